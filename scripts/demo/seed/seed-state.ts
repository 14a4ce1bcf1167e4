import { sql } from 'kysely';
import type { Db } from '../../../apps/server/src/platform/db/database.ts';

const steps = ['structure', 'history', 'seeded'] as const;
/** How far the demonstration has come; each step is written in the transaction that completes it. */
export type SeedStep = (typeof steps)[number];

export interface SeedState {
  /** Areas are there that no demonstration has put there. */
  foreign: boolean;
  done: ReadonlySet<SeedStep>;
  /** The seed number the structure was built from; null before. */
  seed: number | null;
}

const keyOf = (step: SeedStep) => `demo.${step}`;

/** Locks out other starters until the transaction ends and says what is left to do. */
export async function readSeedState(db: Db): Promise<SeedState> {
  await sql`select pg_advisory_xact_lock(7162537)`.execute(db);
  const { rows } = await sql<{ key: string; value: { seed: number } }>`select key, value from setting
    where key = any(${steps.map(keyOf)}::text[])`.execute(db);
  const area = await db.selectFrom('area').select('id').limit(1).executeTakeFirst();
  const done = new Set(steps.filter((step) => rows.some((row) => row.key === keyOf(step))));
  return { foreign: area !== undefined && done.size === 0, done, seed: rows[0]?.value.seed ?? null };
}

export async function markSeedStep(db: Db, step: SeedStep, seed: number, now: Date): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key: keyOf(step), value: JSON.stringify({ seed }), changed_at: now })
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}
