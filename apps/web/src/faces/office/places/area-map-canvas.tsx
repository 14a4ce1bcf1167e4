import 'maplibre-gl/dist/maplibre-gl.css';
import type { FeatureCollection, Geometry } from 'geojson';
import type { GeoJSONSource } from 'maplibre-gl';
import { use, useEffect, useMemo, useRef } from 'react';
import { namePointsOf } from '../../../ui/map/map-data.ts';
import type { AreaCollection, SceneryCollection } from '../../../ui/map/map-view-props.ts';
import { TileUrlContext } from '../../../ui/map/tile-url.ts';
import { useChoropleth } from '../../../ui/map/use-choropleth.ts';
import { useFit } from '../../../ui/map/use-fit.ts';
import { useMap } from '../../../ui/map/use-map.ts';
import { usePick } from '../../../ui/map/use-pick.ts';
import { useSourceData } from '../../../ui/map/use-source-data.ts';
import { LIGHT } from '../../../ui/palette.ts';
import styles from './places-page.module.css';
import { type Drawn, type DrawTool, useDraw } from './use-draw.ts';

export type ProblemShapes = FeatureCollection<Geometry, { kind: string }>;
export type AreaMapProps = {
  readonly label: string;
  readonly areas: AreaCollection | undefined;
  readonly scenery: SceneryCollection | undefined;
  readonly selectedAreaId: string | undefined;
  /** Further areas that belong to what is being done: those to be merged. */
  readonly chosenIds: readonly string[];
  readonly problems: ProblemShapes;
  readonly tool: DrawTool;
  readonly fit: readonly [number, number, number, number] | undefined;
  readonly onPick: (areaId: string) => void;
  readonly onDrawn: (drawn: Drawn) => void;
};

/** The places editor's map: areas to pick, problems in red, and the pen. */
export function AreaMapCanvas(props: AreaMapProps) {
  const { label, areas, scenery, selectedAreaId, chosenIds, problems, tool, fit, onPick, onDrawn } = props;
  const container = useRef<HTMLDivElement>(null);
  const tileUrl = use(TileUrlContext);
  const map = useMap(container, { palette: LIGHT, ground: 'light', tileUrl, textSize: 14 });
  const choropleth = useMemo(
    () => ({ values: Object.fromEntries(chosenIds.map((id) => [id, 1])), low: 0, high: 2, tone: 'action' as const }),
    [chosenIds],
  );
  useSourceData(map, 'scenery', scenery);
  useSourceData(map, 'areas', areas);
  useSourceData(map, 'names', areas, namePointsOf);
  useChoropleth(map, LIGHT, { choropleth, selectedAreaId });
  useFit(map, { fit, areas });
  usePick(
    map,
    tool.kind === 'none' || tool.kind === 'corners'
      ? (picked) => {
          if (tool.kind === 'none' && picked.kind === 'area' && picked.id !== undefined) onPick(picked.id);
        }
      : undefined,
  );
  useDraw(map, tool, onDrawn);

  useEffect(() => {
    if (map === null) return;
    const known = map.getSource<GeoJSONSource>('problems');
    if (known !== undefined) {
      known.setData(problems);
      return;
    }
    map.addSource('problems', { type: 'geojson', data: problems });
    map.addLayer({
      id: 'problem-fill',
      type: 'fill',
      source: 'problems',
      paint: { 'fill-color': LIGHT.bad, 'fill-opacity': 0.45 },
    });
    // Slivers are thinner than a pixel: the line is what one sees of them.
    map.addLayer({
      id: 'problem-line',
      type: 'line',
      source: 'problems',
      paint: { 'line-color': LIGHT.bad, 'line-width': 3 },
    });
  }, [map, problems]);

  // biome-ignore lint/a11y/useSemanticElements: a map is a region of its own, no HTML element says so
  return <div ref={container} className={styles.canvas} role="region" aria-label={label} data-ready={map !== null} />;
}
