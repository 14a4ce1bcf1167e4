import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { SubjectRow } from '../subject-row.ts';
import { type MovedRows, movedTables } from './moved.ts';

type Pair = { keep: SubjectRow; gone: SubjectRow };

/** What of each table goes over. Of two agreements in force to one purpose the kept one's stands; the other's waits where it was. */
const goes = {
  reveals: sql`true`,
  consents: (keepId: string) => sql`(t.withdrawn_at is not null or not exists (select from consent k
    where k.subject_id = ${keepId} and k.purpose = t.purpose and k.withdrawn_at is null))`,
  requests: sql`true`,
  corrections: sql`t.state = 'open'`,
} as const;

/**
 * Who looked, what was agreed to, requests to the privacy desk and corrections that wait become the kept one's, so that its person finds all
 * of it. As the system.
 */
export async function moveRows(db: Db, { keep, gone }: Pair): Promise<MovedRows> {
  const move = async (table: keyof typeof movedTables) => {
    const condition = table === 'consents' ? goes.consents(keep.id) : goes[table];
    const { rows } = await sql<{ id: string }>`update ${sql.table(movedTables[table])} t set subject_id = ${keep.id}
      where t.subject_id = ${gone.id} and ${condition} returning t.id`.execute(db);
    return rows.map(({ id }) => id);
  };
  const moved = {
    reveals: await move('reveals'),
    consents: await move('consents'),
    requests: await move('requests'),
    corrections: await move('corrections'),
  };
  await placeCorrections(db, moved.corrections, keep);
  return moved;
}

/** The way back. What was decided or looked at meanwhile stays with the kept one. As the system. */
export async function putRowsBack(db: Db, { keep, gone }: Pair, moved: MovedRows): Promise<void> {
  await sql`update subject_reveal set subject_id = ${gone.id} where id = any(${moved.reveals}::uuid[]) and subject_id = ${keep.id}`.execute(
    db,
  );
  await sql`update rights_request set subject_id = ${gone.id} where id = any(${moved.requests}::uuid[]) and subject_id = ${keep.id}`.execute(
    db,
  );
  // An agreement withdrawn meanwhile comes back as withdrawn.
  await sql`update consent t set subject_id = ${gone.id} where t.id = any(${moved.consents}::uuid[]) and t.subject_id = ${keep.id}
    and (t.withdrawn_at is not null or not exists (select from consent k
      where k.subject_id = ${gone.id} and k.purpose = t.purpose and k.withdrawn_at is null))`.execute(db);
  const { rows } = await sql<{ id: string }>`update correction set subject_id = ${gone.id}
    where id = any(${moved.corrections}::uuid[]) and subject_id = ${keep.id} and state = 'open' returning id`.execute(
    db,
  );
  await placeCorrections(
    db,
    rows.map(({ id }) => id),
    gone,
  );
}

async function placeCorrections(db: Db, ids: readonly string[], row: SubjectRow): Promise<void> {
  await sql`update correction set path = ${row.path}::ltree where id = any(${[...ids]}::uuid[])`.execute(db);
}
