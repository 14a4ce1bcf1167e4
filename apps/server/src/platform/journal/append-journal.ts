import { type Db, fixedQuery, writeLater } from '../db/database.ts';

/** One thing that happened. Ids only: personal details stay in their own tables, so a person can be deleted and history stands. */
export interface JournalEntry {
  at: Date;
  /** Past tense: `case.dispatched`. */
  kind: string;
  noun: string;
  nounId: string;
  path: string;
  actorId: string | null;
  requestId: string | null;
  data: Record<string, unknown>;
}

const append = `insert into journal (at, kind, noun, noun_id, path, actor_id, request_id, data)
  select e.at, e.kind, e.noun, e."nounId", e.path::ltree, e."actorId", e."requestId", e.data
  from rows from (jsonb_to_recordset($1::jsonb)
      as (at timestamptz, kind text, noun text, "nounId" uuid, path text, "actorId" uuid, "requestId" uuid, data jsonb))
    with ordinality as e(at, kind, noun, "nounId", path, "actorId", "requestId", data, n)
  order by e.n`;

/** Appends in the caller's transaction, in the order given, with its next statement. */
export async function appendJournal(db: Db, entries: readonly JournalEntry[]): Promise<void> {
  if (entries.length === 0) return;
  writeLater(db, fixedQuery(append, [JSON.stringify(entries)]));
}
