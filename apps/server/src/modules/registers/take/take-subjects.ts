import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { lockForList } from '../entry/entry-locks.ts';
import type { Incoming, TakeCall, TakeResult } from './incoming.ts';
import { planTake } from './plan-take.ts';
import { writeTake } from './write-take.ts';

/**
 * The door for lists: rows of one noun, each of somebody else, become entries or bring known ones up to date. Nobody is doubled, moved or
 * brought back, and nothing another body keeps is overwritten: such rows are named. `try` writes nothing and answers the same. In the
 * caller's transaction of the product itself, which is over after one batch: lists of one site, and entries of it, wait that long.
 */
export async function takeSubjects(
  db: Db,
  deps: { crypto: Crypto },
  call: TakeCall,
  work: { rows: readonly Incoming[]; mode: 'try' | 'write' },
): Promise<TakeResult> {
  if (work.mode === 'write') await lockForList(db, call.siteId);
  const plan = await planTake(db, deps, call, work.rows);
  if (work.mode === 'write') await writeTake(db, deps, call, plan);
  return {
    outcomes: new Map(plan.planned.map(({ row, outcome }) => [row.n, outcome])),
    problems: plan.problems,
    notes: plan.notes,
  };
}
