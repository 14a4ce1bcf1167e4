import { sql } from 'kysely';
import { insertSamePairs, secretContext, secretHash } from '../../../../apps/server/src/modules/registers/index.ts';
import type { Crypto } from '../../../../apps/server/src/platform/crypto/index.ts';
import type { Db } from '../../../../apps/server/src/platform/db/database.ts';
import { newId } from '../../../../apps/server/src/platform/ids.ts';
import { appendJournal } from '../../../../apps/server/src/platform/journal/index.ts';
import type { PartRows } from './part-shapes.ts';

const rowsAtOnce = 8000;

/** Writes a part of the registers as a history entered over the last years; the journal has one row for each thousand subjects. */
export async function storePart(
  db: Db,
  rows: PartRows,
  call: { crypto: Crypto; siteId: string; path: string; now: Date },
): Promise<void> {
  const { crypto, siteId, now } = call;
  const at = now.toISOString();
  for (const part of parts(rows.subjects))
    await sql`insert into subject (id, site_id, noun, kind, name, path, area2_id, area3_id, area4_id, building_id, home_id, household_id,
        lng, lat, born, fields, since, created_at, changed_at)
      select r.id, ${siteId}, r.noun, r.kind, r.name, r.path::ltree, r."area2Id", r."area3Id", r."area4Id", r."buildingId", r."homeId",
        r."householdId", r.lng, r.lat, r.born, r.fields, r.since, r.since, ${at}
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as r(id uuid, noun text, kind text, name text, path text, "area2Id" uuid,
        "area3Id" uuid, "area4Id" uuid, "buildingId" uuid, "homeId" uuid, "householdId" uuid, lng float8, lat float8, born date,
        fields jsonb, since date)
      on conflict (id) do nothing`.execute(db);
  for (const part of parts(rows.facts))
    await sql`insert into fact (subject_id, field, value, source, basis, since, recorded_at)
      select r."subjectId", r.field, r.value, r.source, r.basis, r.since, r.since
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as r("subjectId" uuid, field text, value jsonb, source text, basis text,
        since date)`.execute(db);
  const sealed = rows.secrets.map(({ value, ...row }) => ({
    ...row,
    sealed: crypto.encrypt(value, secretContext(row.field)).toString('hex'),
    hash: secretHash(crypto, row.field, value).toString('hex'),
  }));
  for (const part of parts(sealed))
    await sql`insert into subject_secret (subject_id, field, kind, sealed, hash, source, basis, since, recorded_at)
      select r."subjectId", r.field, r.kind, decode(r.sealed, 'hex'), decode(r.hash, 'hex'), r.source, r.basis, r.since, r.since
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as r("subjectId" uuid, field text, kind text, sealed text, hash text,
        source text, basis text, since date)`.execute(db);
  const links = rows.links.map((link) => ({ ...link, id: newId() }));
  for (const part of parts(links))
    await sql`insert into subject_link (id, from_id, to_id, kind, role, valid_from, source, paper, proof)
      select r.id, r."fromId", r."toId", r.kind, r.role, r.since, 'office', r.paper, r.proof
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as r(id uuid, "fromId" uuid, "toId" uuid, kind text, role text,
        since date, paper text, proof text)`.execute(db);
  await insertSamePairs(
    db,
    rows.pairs.map((pair) => ({ ...pair, ground: 'near' as const, score: 0.95, agreed: ['name', 'born', 'home'] })),
    now,
  );
  await storeCorrections(db, rows.corrections, now);
  await appendJournal(
    db,
    parts(rows.subjects, 1000).map((part) => ({
      at: now,
      kind: 'subjects.imported',
      noun: 'area',
      nounId: siteId,
      path: call.path,
      actorId: null,
      requestId: null,
      data: { subjectIds: part.map((row) => row.id) },
    })),
  );
}

async function storeCorrections(db: Db, corrections: PartRows['corrections'], now: Date): Promise<void> {
  const asked = corrections.map(({ back, ...row }) => ({
    ...row,
    id: newId(),
    at: new Date(now.getTime() - (back * 24 + 3) * 3_600_000).toISOString(),
  }));
  await sql`insert into correction (id, subject_id, field, value, reason, owner, asked_words, asked_at, path)
    select r.id, r."subjectId", r.field, jsonb_build_object('plain', r.value), r.reason, r.owner, '专职网格员', r.at, r.path::ltree
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r(id uuid, "subjectId" uuid, field text, value text, reason text,
      owner text, path text, at timestamptz)`.execute(db);
}

function parts<T>(list: readonly T[], size = rowsAtOnce): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));
}
