import type { getScreen, OutputOf } from '@linli/contract';
import { addDays } from '@linli/domain';
import type { FigureCounts, FigureKey } from './figure-keys.ts';
import { onTimeKeys, onTimeRatio } from './ratios.ts';
import { closedIn, overdueIn, reportedIn, stepIn } from './rows-filter.ts';

type Screen = OutputOf<typeof getScreen>;
export type Days = ReadonlyMap<string, FigureCounts>;

/** Days of the trend, and of every share the screen shows. */
export const windowDays = 30;

const steps = [
  ['report', 'reported'],
  ['accept', 'acceptedOn'],
  ['dispatch', 'dispatchedOn'],
  ['handle', 'handledOn'],
  ['check', 'checkedOn'],
  ['rate', 'ratedOn'],
] as const satisfies readonly (readonly [Screen['funnel'][number]['step'], FigureKey])[];

/** What the queries of a day must fetch for the functions below. */
export const screenDayKeys: readonly FigureKey[] = [
  ...new Set([...steps.map(([, key]) => key), 'closedOn', 'open', 'overdue', ...onTimeKeys] as const),
];

/** The four figures at the top; what stands now is compared with how it stood when yesterday ended. */
export function topFigures(days: Days, standing: FigureCounts, today: string, areaId: string): Screen['figures'] {
  const now = days.get(today) ?? {};
  const before = days.get(addDays(today, -1)) ?? {};
  const onToday = { from: today, until: today };
  const stock = (key: 'open' | 'overdue') => {
    const value = standing[key] ?? 0;
    return { key, value, previous: value - (now[key] ?? 0) };
  };
  return [
    {
      key: 'reported',
      value: now.reported ?? 0,
      previous: before.reported ?? 0,
      rows: { areaId, ...reportedIn(onToday) },
    },
    { key: 'closed', value: now.closedOn ?? 0, previous: before.closedOn ?? 0, rows: { areaId, ...closedIn(onToday) } },
    { ...stock('open'), rows: { areaId, open: true } },
    { ...stock('overdue'), rows: { areaId, ...overdueIn() } },
  ];
}

/** Today through the six steps: cases on which each was taken. */
export function funnelOf(days: Days, today: string, areaId: string): Screen['funnel'] {
  const yesterday = days.get(addDays(today, -1)) ?? {};
  return steps.map(([step, key]) => ({
    step,
    today: days.get(today)?.[key] ?? 0,
    yesterday: yesterday[key] ?? 0,
    rows: { areaId, ...stepIn(step, { from: today, until: today }) },
  }));
}

export function trendOf(days: Days, today: string): Screen['trend'] {
  return Array.from({ length: windowDays }, (_, index) => {
    const day = addDays(today, index + 1 - windowDays);
    const counts = days.get(day) ?? {};
    return { day, reported: counts.reported ?? 0, closed: counts.closedOn ?? 0, onTime: onTimeRatio(counts) };
  });
}
