import type { AreaGeometry } from '@linli/contract';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { LIGHT } from '../../../ui/palette.ts';

export type Line = { type: 'LineString'; coordinates: [number, number][] };
/** What the pen does: nothing, move the corners of one shape, draw a new shape, draw a line. */
export type DrawTool =
  | { readonly kind: 'none' }
  | { readonly kind: 'corners'; readonly geometry: AreaGeometry; readonly key: string }
  | { readonly kind: 'polygon' }
  | { readonly kind: 'line' };
export type Drawn = AreaGeometry | Line;

const hex = (colour: string) => colour as `#${string}`; // the palette's colours are all written as #rrggbb

/**
 * The pen on the map. `onDrawn` hears every change of the corners, or the finished shape or line.
 * A shape of several parts is edited by its largest: the others stay where they are.
 */
export function useDraw(map: MapLibreMap | null, tool: DrawTool, onDrawn: (drawn: Drawn) => void): void {
  const listener = useRef(onDrawn);
  useEffect(() => {
    listener.current = onDrawn;
  });
  const key = tool.kind === 'corners' ? tool.key : tool.kind;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the tool; its geometry is where the pen starts, not where it is
  useEffect(() => {
    if (map === null || tool.kind === 'none') return;
    const draw = new TerraDraw({
      // Shapes from surveys carry more digits than the pen's default allows.
      adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 16 }),
      modes: [
        new TerraDrawSelectMode({
          flags: { polygon: { feature: { coordinates: { midpoints: true, draggable: true, deletable: true } } } },
          styles: { selectedPolygonColor: hex(LIGHT.action), selectionPointColor: hex(LIGHT.action) },
        }),
        new TerraDrawPolygonMode({ styles: { fillColor: hex(LIGHT.action), outlineColor: hex(LIGHT.action) } }),
        new TerraDrawLineStringMode({ styles: { lineStringColor: hex(LIGHT.bad), lineStringWidth: 3 } }),
      ],
    });
    draw.start();
    let editedId: string | number | undefined;
    if (tool.kind === 'corners') {
      const [result] = draw.addFeatures([shapeFeature(tool.geometry)]);
      editedId = result?.id;
      draw.setMode('select');
      if (editedId !== undefined && result?.valid === true) draw.selectFeature(editedId);
    } else {
      draw.setMode(tool.kind === 'line' ? 'linestring' : 'polygon');
    }
    draw.on('change', (ids) => {
      if (editedId === undefined || !ids.includes(editedId)) return;
      const drawn = drawnOf(draw.getSnapshotFeature(editedId));
      if (drawn !== null) listener.current(drawn);
    });
    draw.on('finish', (id) => {
      if (editedId !== undefined) return;
      const drawn = drawnOf(draw.getSnapshotFeature(id));
      if (drawn === null) return;
      // Drawn again, the try before it goes.
      const before = draw
        .getSnapshot()
        .flatMap((other) => (other.id === undefined || other.id === id ? [] : [other.id]));
      draw.removeFeatures(before);
      listener.current(drawn);
    });
    return () => {
      // The map itself may have gone first.
      if (map.style !== undefined) draw.stop();
    };
  }, [map, key]);
}

function shapeFeature(geometry: AreaGeometry): GeoJSONStoreFeatures {
  const polygon = geometry.type === 'Polygon' ? geometry.coordinates : (geometry.coordinates[0] ?? []);
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: polygon },
    properties: { mode: 'polygon' },
  };
}

function drawnOf(feature: GeoJSONStoreFeatures | undefined): Drawn | null {
  if (feature === undefined) return null;
  const { geometry } = feature;
  // The pen's positions are longitude and latitude only.
  if (geometry.type === 'Polygon') return structuredClone(geometry) as AreaGeometry;
  if (geometry.type === 'LineString') return structuredClone(geometry) as Line;
  return null;
}
