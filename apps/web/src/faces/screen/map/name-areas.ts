import type { AreaCollection } from '../../../ui/map/map-view-props.ts';
import { areaMiddle } from './area-middle.ts';

/** Where a name stands: its micro-grid next to the middle of all that belong to it. */
type Place = { readonly index: number; readonly distance: number };

/**
 * The same shapes carrying the names of the areas above them, each once: the names of hundreds of micro-grids would say nothing
 * from five metres. `names` by area id; a shape knows its parent as `parentId`.
 */
export function nameByParent(areas: AreaCollection, names: ReadonlyMap<string, string>): AreaCollection {
  const middles = areas.features.map(({ geometry }) => areaMiddle(geometry));
  const parents = areas.features.map(({ properties }) => parentOf(properties));
  const centres = centresOf(parents, middles);
  const chosen = new Map<string, Place>();
  for (const [index, parent] of parents.entries()) {
    const middle = middles[index];
    const centre = parent === null ? undefined : centres.get(parent);
    if (parent === null || middle === undefined || centre === undefined) continue;
    const distance = (middle.lng - centre.lng) ** 2 + (middle.lat - centre.lat) ** 2;
    if (distance < (chosen.get(parent)?.distance ?? Infinity)) chosen.set(parent, { index, distance });
  }
  return {
    ...areas,
    features: areas.features.map((feature, index) => {
      const parent = parents[index] ?? null;
      const stands = parent !== null && chosen.get(parent)?.index === index;
      return { ...feature, properties: { ...feature.properties, name: stands ? (names.get(parent) ?? '') : '' } };
    }),
  };
}

function centresOf(
  parents: readonly (string | null)[],
  middles: readonly ({ lng: number; lat: number } | undefined)[],
) {
  const sums = new Map<string, { lng: number; lat: number; n: number }>();
  for (const [index, parent] of parents.entries()) {
    const middle = middles[index];
    if (parent === null || middle === undefined) continue;
    const sum = sums.get(parent) ?? { lng: 0, lat: 0, n: 0 };
    sums.set(parent, { lng: sum.lng + middle.lng, lat: sum.lat + middle.lat, n: sum.n + 1 });
  }
  return new Map([...sums].map(([parent, { lng, lat, n }]) => [parent, { lng: lng / n, lat: lat / n }]));
}

/** `get-map` puts the parent into the properties; the map itself does not need it. */
function parentOf(properties: object): string | null {
  return 'parentId' in properties && typeof properties.parentId === 'string' ? properties.parentId : null;
}
