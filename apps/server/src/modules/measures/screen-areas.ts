import type { getScreen, OutputOf } from '@linli/contract';
import { interval, rankBy, ratio } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import type { FigureCounts, FigureKey } from './figure-keys.ts';
import { onTimeKeys, onTimeRatio } from './ratios.ts';
import { type Period, standingByArea, sumByArea } from './read-figures.ts';
import { countedIn } from './rows-filter.ts';
import type { RootArea } from './scope.ts';

type Screen = OutputOf<typeof getScreen>;
type MapFigure = Screen['map']['figure'];

/** Fewer cases than this are luck, not merit: shown, not ranked. */
export const leastToRank = 10;

/** Areas by the share handled in time: the ranked first, best first, then those with too few cases. */
export function rankingOf(
  areas: readonly RootArea[],
  sums: ReadonlyMap<string, FigureCounts>,
  period: Period,
): Screen['ranking'] {
  const byId = new Map(areas.map((area) => [area.id, { area, onTime: onTimeRatio(sums.get(area.id)) }]));
  const inputs = [...byId].map(([key, { onTime }]) => ({
    key,
    numerator: onTime.numerator,
    denominator: onTime.denominator,
  }));
  const { ranked, tooFew } = rankBy(inputs, { better: 'up', minimumCount: leastToRank });
  const line = (key: string, isRanked: boolean): Screen['ranking'] => {
    const found = byId.get(key);
    if (!found) return [];
    const range = interval(found.onTime.numerator, found.onTime.denominator);
    const { area, onTime } = found;
    return [
      {
        areaId: area.id,
        name: area.name,
        onTime,
        low: range?.low ?? null,
        high: range?.high ?? null,
        ranked: isRanked,
        rows: { areaId: area.id, ...countedIn('dueForHandling', period) },
      },
    ];
  };
  const few = tooFew.toSorted((a, b) => b.denominator - a.denominator);
  return [...ranked.flatMap(({ key }) => line(key, true)), ...few.flatMap(({ key }) => line(key, false))];
}

/** Stored figures that each figure of the map is made of; what stands now needs none. */
const mapKeys: Readonly<Record<MapFigure, readonly FigureKey[]>> = {
  open: [],
  overdue: [],
  'reported-today': ['reported'],
  'on-time': onTimeKeys,
  satisfaction: ['rated', 'satisfied'],
  'per-thousand': ['reportedByCitizens'],
};

/**
 * One figure for every micro-grid. Shares and complaints per thousand people are of the whole period; `count` is what the value is
 * made from, so that the reader can see a share of two cases for what it is.
 */
export async function mapFigure(
  db: Db,
  figure: MapFigure,
  areas: readonly (RootArea & { population: number })[],
  period: Period,
): Promise<Screen['map']> {
  const ids = areas.map((area) => area.id);
  const stands = figure === 'open' || figure === 'overdue';
  const days = figure === 'reported-today' ? { from: period.until, until: period.until } : period;
  const sums = stands ? await standingByArea(db, ids) : await sumByArea(db, ids, mapKeys[figure], days);
  return {
    figure,
    areas: areas.map((area) => ({ areaId: area.id, ...shownValue(figure, sums.get(area.id) ?? {}, area.population) })),
  };
}

function shownValue(
  figure: MapFigure,
  counts: FigureCounts,
  population: number,
): { value: number | null; count: number } {
  switch (figure) {
    case 'open':
    case 'overdue':
      return { value: counts[figure] ?? 0, count: counts[figure] ?? 0 };
    case 'reported-today':
      return { value: counts.reported ?? 0, count: counts.reported ?? 0 };
    case 'on-time': {
      const { value, denominator } = onTimeRatio(counts);
      return { value, count: denominator };
    }
    case 'satisfaction':
      return { value: ratio(counts.satisfied ?? 0, counts.rated ?? 0), count: counts.rated ?? 0 };
    case 'per-thousand': {
      const reports = counts.reportedByCitizens ?? 0;
      return { value: ratio(reports * 1000, population), count: reports };
    }
  }
}
