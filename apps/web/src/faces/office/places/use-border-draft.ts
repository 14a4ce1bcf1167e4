import type { AreaGeometry } from '@linli/contract';
import { useState } from 'react';
import type { AreaCollection } from '../../../ui/map/map-view-props.ts';
import { carryBorder, findBorderStep } from './carry-border.ts';

type Draft = ReadonlyMap<string, AreaGeometry>;
export type BorderDraft = {
  /** New shapes by area; empty until something was moved. */
  readonly changes: Draft;
  /** The edited area got this shape; areas that share the border follow. */
  readonly reshape: (areaId: string, to: AreaGeometry, among: AreaCollection) => void;
  /** The edited area gets a wholly new shape; nobody follows. */
  readonly replace: (areaId: string, to: AreaGeometry) => void;
  readonly reset: () => void;
};

/** Shapes moved but not saved. Moving a border moves both areas beside it, so that no gap opens. */
export function useBorderDraft(): BorderDraft {
  const [changes, setChanges] = useState<Draft>(new Map());
  return {
    changes,
    reset: () => setChanges(new Map()),
    replace: (areaId, to) => setChanges((before) => new Map([...before, [areaId, to]])),
    reshape(areaId, to, among) {
      setChanges((before) => {
        const shapeOf = (id: string) => before.get(id) ?? shapeIn(among, id);
        const old = shapeOf(areaId);
        const step = stepOf(old, to);
        const after = new Map(before);
        after.set(areaId, withOtherParts(old, to));
        if (step === null) return after;
        for (const { properties } of among.features) {
          const shape = shapeOf(properties.id);
          if (properties.id === areaId || shape === undefined) continue;
          const carried = carryBorder(shape, step);
          if (carried !== shape) after.set(properties.id, carried);
        }
        return after;
      });
    },
  };
}

/** The shapes with the draft's in place of those it changes. */
export function withDraft(areas: AreaCollection | undefined, changes: Draft): AreaCollection | undefined {
  if (areas === undefined || changes.size === 0) return areas;
  return {
    ...areas,
    features: areas.features.map((feature) => {
      const geometry = changes.get(feature.properties.id);
      return geometry === undefined ? feature : { ...feature, geometry };
    }),
  };
}

/** Areas under the same parent: only those are redrawn together. A border of the parent is the parent's to move. */
export function siblingsIn(areas: AreaCollection, parentId: string | null): AreaCollection {
  const isSibling = (properties: object) => 'parentId' in properties && properties.parentId === parentId;
  return { ...areas, features: areas.features.filter(({ properties }) => isSibling(properties)) };
}

/** One area's shape out of a collection. */
export function shapeIn(areas: AreaCollection | undefined, id: string): AreaGeometry | undefined {
  const found = areas?.features.find((feature) => feature.properties.id === id);
  // The collection's positions are longitude and latitude, as get-map made them.
  return found?.geometry as AreaGeometry | undefined;
}

/** The pen edits the first part of a shape of several; the others stay. */
function withOtherParts(before: AreaGeometry | undefined, to: AreaGeometry): AreaGeometry {
  if (before?.type !== 'MultiPolygon' || to.type !== 'Polygon') return to;
  return { type: 'MultiPolygon', coordinates: [to.coordinates, ...before.coordinates.slice(1)] };
}

function stepOf(before: AreaGeometry | undefined, after: AreaGeometry) {
  if (before === undefined) return null;
  const ring = (shape: AreaGeometry) =>
    shape.type === 'Polygon' ? (shape.coordinates[0] ?? []) : (shape.coordinates[0]?.[0] ?? []);
  return findBorderStep(ring(before), ring(after));
}
