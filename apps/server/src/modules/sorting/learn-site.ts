import { sql } from 'kysely';
import type { Database, Db } from '../../platform/db/database.ts';
import { bumpVersion } from '../../platform/db/versioned-cache.ts';
import { sortingVersion } from './site-sorting.ts';
import type { SortingResult, SortingTask } from './sorting-task.ts';
import type { LearnedClass } from './tables.ts';

export type RunSorting = (task: SortingTask) => Promise<SortingResult>;

/** The newest of so many closed cases; kinds with fewer cases are left to their names. */
const mostCases = 20_000;
const fewestOfKind = 5;
const fewestKinds = 2;
/** A kind's cases go to one unit: this share of at least so many. */
const clearShare = 0.7;
const fewestOfUnit = 5;

interface ClosedCase {
  type_code: string;
  words: string;
  unit_id: string | null;
}

/**
 * Learns from the site's own closed cases and stores what was learned. Sealed matters teach nothing; nothing of anybody's words is kept
 * but hashed n-grams that several cases share.
 */
export async function learnSite(database: Database, siteId: string, now: Date, run: RunSorting): Promise<void> {
  const cases = await database.asSystem((db) => findClosed(db, siteId));
  const kinds = countBy(cases, (one) => one.type_code);
  const used = cases.filter((one) => (kinds.get(one.type_code) ?? 0) >= fewestOfKind);
  const enough = new Set(used.map((one) => one.type_code)).size >= fewestKinds;
  const result = enough
    ? await run({ kind: 'learn', texts: used.map((one) => one.words), labels: used.map((one) => one.type_code) })
    : null;
  const learned = result?.kind === 'learn' ? result : null;
  const classes = (learned?.measures ?? []).map(
    (measure): LearnedClass => ({
      ...measure,
      learnedFrom: learned?.learnedFrom[measure.label] ?? 0,
      unitId: clearUnit(used.filter((one) => one.type_code === measure.label)),
    }),
  );
  await database.asSystem(async (db) => {
    const row = {
      trained_at: now,
      cases: learned ? used.length : 0,
      accuracy: learned?.accuracy ?? null,
      classes: JSON.stringify(classes),
      model: learned ? Buffer.from(learned.bytes) : null,
    };
    await db
      .insertInto('sorting_model')
      .values({ site_id: siteId, ...row })
      .onConflict((c) => c.column('site_id').doUpdateSet(row))
      .execute();
    await bumpVersion(db, sortingVersion, now);
  });
}

async function findClosed(db: Db, siteId: string): Promise<ClosedCase[]> {
  const { rows } = await sql<ClosedCase>`select cases.type_code, cases.words, cases.target_unit_id as unit_id from cases
    where cases.site_id = ${siteId} and cases.state = 'closed' and cases.visibility <> 'sealed'
    order by cases.reported_at desc, cases.id limit ${mostCases}`.execute(db);
  return rows;
}

function clearUnit(cases: readonly ClosedCase[]): string | null {
  const counts = countBy(cases, (one) => one.unit_id);
  for (const [unitId, n] of counts) if (unitId && n >= fewestOfUnit && n >= cases.length * clearShare) return unitId;
  return null;
}

function countBy<T, K>(list: readonly T[], key: (one: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const one of list) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}
