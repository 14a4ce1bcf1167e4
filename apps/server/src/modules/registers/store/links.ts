import type { LinkKind } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { FactSource } from './facts.ts';
import { dropGuardianRights } from './guardian-rights.ts';

export interface NewLink {
  /** The person (member, owner, tenant, guardian, who runs or answers for it). */
  fromId: string;
  /** The household, home, ward, entity or asset. */
  toId: string;
  kind: LinkKind;
  /** Of a member: relation to the head (GB/T 4761). */
  role: string;
  validFrom: string;
  validTo?: string | null;
  source: FactSource;
  /** Of a guardian: the paper it rests on (`guardianPapers`) and what was shown. */
  paper?: string;
  proof?: string;
}

/** Begins links, any number with one statement. One that is in force already only takes the new role. As the system. */
export async function insertLinks(db: Db, rows: readonly NewLink[]): Promise<void> {
  if (rows.length === 0) return;
  // The same link said twice is one, with the role said last.
  const once = new Map(rows.map((row) => [[row.fromId, row.toId, row.kind, row.validTo ?? ''].join(' '), row]));
  const links = [...once.values()].map((row) => ({
    ...row,
    id: newId(),
    validTo: row.validTo ?? null,
    paper: row.paper ?? '',
    proof: row.proof ?? '',
  }));
  await sql`insert into subject_link (id, from_id, to_id, kind, role, valid_from, valid_to, source, paper, proof)
    select l.id, l."fromId", l."toId", l.kind, l.role, l."validFrom", l."validTo", l.source, l.paper, l.proof
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l(id uuid, "fromId" uuid, "toId" uuid, kind text, role text,
      "validFrom" date, "validTo" date, source text, paper text, proof text)
    on conflict (from_id, to_id, kind) where valid_to is null do update set role = excluded.role
    where subject_link.role <> excluded.role`.execute(db);
}

/**
 * Ends links in force: of these people (`fromIds`) or to these things (`toIds`), of these kinds. A link that would end before it began ends
 * the day it began. What accounts read through a guardianship ends with it. As the system.
 */
export async function endLinks(
  db: Db,
  call: { fromIds?: readonly string[]; toIds?: readonly string[]; kinds: readonly LinkKind[]; on: string },
): Promise<{ id: string; fromId: string; toId: string; kind: LinkKind; role: string }[]> {
  const { fromIds, toIds, kinds, on } = call;
  const conditions = [sql<boolean>`valid_to is null`, sql<boolean>`kind = any(${[...kinds]})`];
  if (fromIds) conditions.push(sql<boolean>`from_id = any(${[...fromIds]}::uuid[])`);
  if (toIds) conditions.push(sql<boolean>`to_id = any(${[...toIds]}::uuid[])`);
  const { rows } = await sql<{
    id: string;
    fromId: string;
    toId: string;
    kind: LinkKind;
    role: string;
  }>`update subject_link
    set valid_to = greatest(valid_from, ${on}::date) where ${sql.join(conditions, sql` and `)}
    returning id, from_id as "fromId", to_id as "toId", kind, role`.execute(db);
  await dropGuardianRights(
    db,
    rows.filter((link) => link.kind === 'guardian').map(({ toId }) => toId),
  );
  return rows;
}
