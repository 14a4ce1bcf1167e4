import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { SubjectRow } from '../subject-row.ts';
import type { MovedLink } from './moved.ts';

type Pair = { keep: SubjectRow; gone: SubjectRow };

/**
 * Links in force of the one that goes become the kept one's. The same link on both would stand twice, one between the two would be with
 * itself, and nobody is a member of two households: those end instead. As the system.
 */
export async function moveLinks(db: Db, { keep, gone }: Pair, now: Date): Promise<MovedLink[]> {
  const links: MovedLink[] = [];
  for (const side of ['from', 'to'] as const) {
    const [mine, theirs] =
      side === 'from' ? [sql.ref('from_id'), sql.ref('to_id')] : [sql.ref('to_id'), sql.ref('from_id')];
    const isMember =
      side === 'from' ? sql`(l.kind = 'member' and k.kind = 'member' and k.from_id = ${keep.id}::uuid)` : sql`false`;
    const { rows: ended } = await sql<{
      id: string;
    }>`update subject_link l set valid_to = greatest(valid_from, ${now}::date)
      where ${mine} = ${gone.id} and valid_to is null and (${theirs} = ${keep.id}
        or exists (select from subject_link k where k.valid_to is null and (${isMember} or (k.kind = l.kind
          and k.from_id = ${side === 'from' ? sql`${keep.id}::uuid` : sql`l.from_id`} and k.to_id = ${side === 'from' ? sql`l.to_id` : sql`${keep.id}::uuid`}))))
      returning id`.execute(db);
    const { rows: moved } = await sql<{
      id: string;
    }>`update subject_link set ${mine} = ${keep.id} where ${mine} = ${gone.id} and valid_to is null returning id`.execute(
      db,
    );
    links.push(
      ...ended.map(({ id }) => ({ id, side, ended: true })),
      ...moved.map(({ id }) => ({ id, side, ended: false })),
    );
  }
  return links;
}

interface LinkRow {
  id: string;
  fromId: string;
  toId: string;
  kind: string;
  ended: boolean;
}

/**
 * The way back, link by link. One that was made again meanwhile stands once: the one that comes back ends, or stays ended. So does a
 * membership of whoever lives in another household by now, and a link to what is there no more. Whoever the other side was merged into has
 * its place. As the system. Answers the ids of links that did not come into force again.
 */
export async function putLinksBack(
  db: Db,
  { keep, gone }: Pair,
  links: readonly MovedLink[],
  now: Date,
): Promise<string[]> {
  const skipped: string[] = [];
  for (const link of links) {
    const { rows } =
      await sql<LinkRow>`select id, from_id as "fromId", to_id as "toId", kind, valid_to is not null as ended
      from subject_link where id = ${link.id} for update`.execute(db);
    const row = rows[0];
    if (!row) continue;
    if (link.ended) {
      if (row.ended && !(await reopen(db, { row, side: link.side, keep, gone }))) skipped.push(row.id);
      continue;
    }
    if ((link.side === 'from' ? row.fromId : row.toId) !== keep.id) continue;
    const place = link.side === 'from' ? { fromId: gone.id, toId: row.toId } : { fromId: row.fromId, toId: gone.id };
    const isTwice = !row.ended && (await isInForce(db, { ...place, kind: row.kind, id: row.id }));
    await sql`update subject_link set from_id = ${place.fromId}, to_id = ${place.toId},
        valid_to = case when ${isTwice} then greatest(valid_from, ${now}::date) else valid_to end where id = ${row.id}`.execute(
      db,
    );
    if (isTwice) skipped.push(row.id);
  }
  return skipped;
}

/**
 * An ended link comes into force again, with whoever the other side was merged into meanwhile; that merge takes it back when it is undone
 * itself, and brings it into force then where it would stand twice until then.
 */
async function reopen(db: Db, call: Pair & { row: LinkRow; side: 'from' | 'to' }): Promise<boolean> {
  const { row, side, gone } = call;
  const chain = await findChain(db, side === 'from' ? row.toId : row.fromId);
  const standing = chain.at(-1);
  if (!standing || !['active', 'left'].includes(standing.state)) return false;
  const place = side === 'from' ? { fromId: gone.id, toId: standing.id } : { fromId: standing.id, toId: gone.id };
  const otherSide = side === 'from' ? 'to' : 'from';
  const mergedIds = chain.slice(0, -1).map(({ id }) => id);
  if (await isInForce(db, { ...place, kind: row.kind, id: row.id })) {
    await addToMerges(db, mergedIds.slice(0, 1), { id: row.id, side: otherSide, ended: true });
    return false;
  }
  if (row.kind === 'member') {
    const { rows } =
      await sql`select from subject_link where from_id = ${place.fromId} and kind = 'member' and valid_to is null
      limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  await sql`update subject_link set from_id = ${place.fromId}, to_id = ${place.toId}, valid_to = null where id = ${row.id}`.execute(
    db,
  );
  await addToMerges(db, mergedIds, { id: row.id, side: otherSide, ended: false });
  return true;
}

async function addToMerges(db: Db, goneIds: readonly string[], link: MovedLink): Promise<void> {
  await sql`update subject_merge set moved = jsonb_set(moved, '{links}', (moved -> 'links') || ${JSON.stringify([link])}::jsonb)
    where gone_id = any(${[...goneIds]}::uuid[]) and undone_at is null`.execute(db);
}

async function isInForce(db: Db, link: { fromId: string; toId: string; kind: string; id: string }): Promise<boolean> {
  const { rows } =
    await sql`select from subject_link where from_id = ${link.fromId} and to_id = ${link.toId} and kind = ${link.kind}
    and valid_to is null and id <> ${link.id}`.execute(db);
  return rows.length > 0;
}

/** A subject and what it was merged into, over several merges; the last one stands. */
async function findChain(db: Db, subjectId: string): Promise<{ id: string; state: SubjectRow['state'] }[]> {
  const { rows } = await sql<{ id: string; state: SubjectRow['state'] }>`with recursive chain as (
      select id, merged_into, state, 0 as n from subject where id = ${subjectId}
      union all select s.id, s.merged_into, s.state, chain.n + 1 from subject s
      join chain on s.id = chain.merged_into and chain.state = 'merged' and chain.n < 20)
    select id, state from chain order by n`.execute(db);
  return rows;
}
