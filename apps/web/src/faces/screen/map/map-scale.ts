import type { getScreen, OutputOf } from '@linli/contract';
import type { Choropleth } from '../../../ui/map/map-view-props.ts';
import type { MapFigureName } from '../screen-search.ts';

type Areas = OutputOf<typeof getScreen>['map']['areas'];

const TONES: Readonly<Record<MapFigureName, Choropleth['tone']>> = {
  open: 'action',
  'reported-today': 'action',
  overdue: 'bad',
  'on-time': 'good',
  satisfaction: 'good',
  'per-thousand': 'bad',
};

export function isShare(figure: MapFigureName): boolean {
  return figure === 'on-time' || figure === 'satisfaction';
}

/**
 * The colours of a figure. Counts run from nothing to what nineteen areas in twenty stay below, so that one outlier does not pale
 * all the others; shares from half (or the lowest, rounded down to a tenth) to all. An area without a value, or where there is nothing to
 * count, keeps the ground: the streets show there.
 */
export function mapScale(figure: MapFigureName, areas: Areas): Choropleth {
  const known = areas.flatMap(({ areaId, value }) => (value === null ? [] : [[areaId, value] as const]));
  const sorted = known.map(([, value]) => value).sort((a, b) => a - b);
  if (isShare(figure)) {
    const low = Math.min(0.5, Math.floor((sorted[0] ?? 0.5) * 10) / 10);
    return { values: Object.fromEntries(known), low, high: 1, tone: TONES[figure] };
  }
  const usual = sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 0;
  const values = Object.fromEntries(known.filter(([, value]) => value > 0));
  return { values, low: 0, high: Math.max(1, Math.ceil(usual)), tone: TONES[figure] };
}
