import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';

export type DeletedKind = 'fact' | 'secret' | 'link' | 'restricted' | 'correction' | 'subject' | 'account';

/** One row that went, for the proof: its site, what it was and its id. Nothing of what it said. */
export interface DeletedRow {
  siteId: string;
  kind: DeletedKind;
  group: string;
  id: string;
}

/** One proof for each site, kind, group and rule. As the system. Answers how many rows they stand for. */
export async function proveDeletions(
  db: Db,
  rows: readonly (DeletedRow & { rule: string })[],
  call: { now: Date; requestId: string | null },
): Promise<number> {
  const parts = new Map<string, (DeletedRow & { rule: string })[]>();
  for (const row of rows) {
    const key = [row.siteId, row.kind, row.group, row.rule].join(' ');
    parts.set(key, [...(parts.get(key) ?? []), row]);
  }
  for (const part of parts.values()) {
    const [first] = part;
    if (!first) continue;
    await sql`insert into deletion_proof (id, site_id, kind, field_group, rows, ids_hash, rule, request_id, at)
      values (${newId()}, ${first.siteId}, ${first.kind}, ${first.group}, ${part.length}, ${hashOfIds(part.map(({ id }) => id))},
        ${first.rule}, ${call.requestId}, ${call.now})`.execute(db);
  }
  return rows.length;
}

/** SHA-256 over the sorted ids, one on a line: who holds a backup can prove the same rows were meant. */
export function hashOfIds(ids: readonly string[]): Buffer {
  return createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest();
}
