import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { JournalRow } from '../../../platform/journal/index.ts';

/** Why a hand-set tag ended when its subject became one with another, or was parted from it; shown in words. */
const merged = 'merged';
const parted = 'parted';

/** Tags set by hand go with a merge and come back with its undoing, with who set them, why and until. As the system. */
export async function followMerges(db: Db, rows: readonly JournalRow[]): Promise<void> {
  for (const row of rows) {
    const { intoId, fromId } = row.data;
    if (row.kind === 'subject.merged' && typeof intoId === 'string')
      await handOver(db, { fromId: row.noun_id, toId: intoId, at: row.at });
    if (row.kind === 'subject.parted' && typeof fromId === 'string')
      await handBack(db, { fromId, toId: row.noun_id, at: row.at });
  }
}

interface Way {
  fromId: string;
  toId: string;
  at: Date;
}

/** The one that goes keeps the row as history; where the other has the tag itself, its own reason stands. */
async function handOver(db: Db, { fromId, toId, at }: Way): Promise<void> {
  await sql`with over as (
      update tag_hand set ended_at = ${at}, ended_words = '', ended_why = ${merged} where subject_id = ${fromId} and ended_at is null returning *)
    insert into tag_hand (id, subject_id, tag_id, why, until, set_by, set_words, set_at)
    select gen_random_uuid(), ${toId}, tag_id, why, until, set_by, set_words, set_at from over
    where not exists (select from tag_hand own where own.subject_id = ${toId} and own.tag_id = over.tag_id and own.ended_at is null)`.execute(
    db,
  );
}

/** What was changed on the kept one since then stays with it. */
async function handBack(db: Db, { fromId, toId, at }: Way): Promise<void> {
  await sql`with back as (
      update tag_hand set ended_at = null, ended_words = null, ended_why = null where subject_id = ${toId} and ended_why = ${merged}
        and not exists (select from tag_hand own where own.subject_id = ${toId} and own.tag_id = tag_hand.tag_id and own.ended_at is null)
      returning tag_id, set_at, set_words, why)
    update tag_hand set ended_at = ${at}, ended_words = '', ended_why = ${parted} from back
    where tag_hand.subject_id = ${fromId} and tag_hand.ended_at is null
      and (tag_hand.tag_id, tag_hand.set_at, tag_hand.set_words, tag_hand.why) = (back.tag_id, back.set_at, back.set_words, back.why)`.execute(
    db,
  );
}
