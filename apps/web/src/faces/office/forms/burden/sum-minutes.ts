import type { getBurden, OutputOf } from '@linli/contract';

export type BurdenRow = OutputOf<typeof getBurden>['rows'][number];

/** Minutes of each week under one heading, whole ones; weeks without any are 0. */
export type MinuteLine = {
  readonly id: string;
  readonly name: string;
  readonly weeks: readonly number[];
  readonly sum: number;
};

/** The Mondays that rows stand in, oldest first. */
export function weeksOf(rows: readonly BurdenRow[]): string[] {
  return [...new Set(rows.map((row) => row.week))].toSorted();
}

/** One line for each department, or for each committee; the most minutes first. */
export function sumMinutes(rows: readonly BurdenRow[], by: 'unit' | 'area'): MinuteLine[] {
  const weeks = weeksOf(rows);
  const keyOf = (row: BurdenRow) => (by === 'unit' ? row.unitId : row.areaId);
  const names = new Map(rows.map((row) => [keyOf(row), by === 'unit' ? row.unitName : row.areaName]));
  const lines = [...names].map(([id, name]) => {
    const own = rows.filter((row) => keyOf(row) === id);
    const exact = weeks.map((week) => own.reduce((sum, row) => sum + (row.week === week ? row.minutes : 0), 0));
    const sum = Math.round(exact.reduce((all, minutes) => all + minutes, 0));
    return { id, name, weeks: exact.map(Math.round), sum };
  });
  return lines.toSorted((a, b) => b.sum - a.sum);
}
