import type { CaseFact } from './case-fact.ts';
import { marksOf } from './marks-of.ts';

export interface DayChange {
  areaId: string;
  /** Unit id or type code; empty in the counts of areas. */
  of: string;
  key: string;
  day: string;
  count: number;
}
export interface NowChange {
  areaId: string;
  key: string;
  count: number;
}

/** What the tables must be changed by, grouped by row. */
export interface FigureChanges {
  areas: DayChange[];
  units: DayChange[];
  types: DayChange[];
  now: NowChange[];
}

/** Facts as they were and as they are: what they counted for goes, what they count for comes. */
export function figureChanges(changed: readonly { before: CaseFact | null; after: CaseFact }[]): FigureChanges {
  const areas = new Map<string, DayChange>();
  const units = new Map<string, DayChange>();
  const types = new Map<string, DayChange>();
  const now = new Map<string, NowChange>();

  const count = (fact: CaseFact, sign: 1 | -1) => {
    const chain = areasOf(fact);
    const cube = cubeArea(fact);
    for (const [key, day, unitId, n] of marksOf(fact)) {
      for (const areaId of chain) {
        sum(areas, { areaId, of: '', key, day, count: sign * n });
        if (key === 'open' || key === 'overdue') sumNow(now, { areaId, key, count: sign * n });
      }
      if (unitId) sum(units, { areaId: cube, of: unitId, key, day, count: sign * n });
      sum(types, { areaId: cube, of: fact.typeCode, key, day, count: sign * n });
    }
  };
  for (const { before, after } of changed) {
    if (before) count(before, -1);
    count(after, 1);
  }
  return { areas: left(areas), units: left(units), types: left(types), now: left(now) };
}

/** Every area the case lies in, from the site down to the micro-grid. */
export function areasOf(fact: CaseFact): string[] {
  const all = [fact.siteId, fact.area2Id, fact.area3Id, fact.area4Id];
  return [...new Set(all.flatMap((id) => (id ? [id] : [])))];
}

/** Counts by unit and by type go no deeper than level 3, or they would be one row per case. */
function cubeArea(fact: CaseFact): string {
  return fact.area3Id ?? fact.area2Id ?? fact.siteId;
}

function sum(into: Map<string, DayChange>, change: DayChange): void {
  const name = `${change.areaId}/${change.of}/${change.key}/${change.day}`;
  const known = into.get(name);
  if (known) known.count += change.count;
  else into.set(name, change);
}

function sumNow(into: Map<string, NowChange>, change: NowChange): void {
  const name = `${change.areaId}/${change.key}`;
  const known = into.get(name);
  if (known) known.count += change.count;
  else into.set(name, change);
}

function left<T extends { count: number }>(changes: Map<string, T>): T[] {
  return [...changes.values()].filter((change) => change.count !== 0);
}
