import type { getSubject, OutputOf, SubjectLink, subjectActs } from '@linli/contract';
import { type Actor, fieldsOfNoun, type LinkKind, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import type { z } from 'zod';
import { type Db, elevated } from '../../platform/db/database.ts';
import type { RegisterDeps } from './deps.ts';
import { findReader, mustRead, type Reader } from './policy.ts';
import { findFieldViews } from './subject-fields.ts';
import { findSubjectRows, getSubjectRow, type SubjectRow } from './subject-row.ts';
import { subjectLine, subjectRef } from './subject-view.ts';

type Act = (typeof subjectActs)[number];

/** One subject with all its reader may see. */
export async function findSubject(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; subjectId: string; now: Date },
): Promise<OutputOf<typeof getSubject>> {
  const { actor, now } = call;
  const row = await getSubjectRow(db, call.subjectId, 'read');
  const reader = await findReader(db, actor);
  mustRead(reader, row);
  const views = (await findFieldViews(db, deps.crypto, { reader, rows: [row], now })).get(row.id) ?? [];
  const near = await findSubjectRows(db, [row.homeId, row.householdId]);
  const groups = new Map<string, typeof views>();
  for (const field of fieldsOfNoun(row.noun)) {
    const view = views.find((one) => one.code === field.code);
    if (view) groups.set(field.retention, [...(groups.get(field.retention) ?? []), view]);
  }
  const ref = (id: string | null) => {
    const other = id === null ? undefined : near.get(id);
    return other ? subjectRef(reader, other) : null;
  };
  const { fields: _none, ...subject } = subjectLine(reader, row, {
    places: deps.places.get(),
    homes: near,
    fields: [],
  });
  return {
    subject,
    home: ref(row.homeId),
    household: ref(row.householdId),
    mergedInto: row.mergedInto,
    groups: [...groups].map(([group, fields]) => ({ group, fields })),
    links: await findLinks(db, reader, row),
    waitingGuardians: await findWaitingGuardians(db, reader, row),
    can: actsOf(actor, row),
  };
}

interface LinkRow {
  kind: LinkKind;
  role: string;
  fromId: string;
  toId: string;
  validFrom: string;
  validTo: string | null;
  paper: string;
  proof: string;
}

/** Links of a subject to others the reader reaches too; those in force first. */
async function findLinks(db: Db, reader: Reader, row: SubjectRow): Promise<z.infer<typeof SubjectLink>[]> {
  const { rows } =
    await sql<LinkRow>`select kind, role, from_id as "fromId", to_id as "toId", valid_from as "validFrom", valid_to as "validTo",
      paper, proof
    from subject_link where from_id = ${row.id} union all
    select kind, role, from_id, to_id, valid_from, valid_to, paper, proof from subject_link where to_id = ${row.id} and from_id <> ${row.id}
    order by 6 desc nulls first, 5 desc limit 200`.execute(db);
  const others = await findSubjectRows(
    db,
    rows.map((link) => (link.fromId === row.id ? link.toId : link.fromId)),
  );
  const keeps = mayInArea(reader.actor, 'registers:edit', row.path);
  return rows.flatMap((link) => {
    const isFrom = link.fromId === row.id;
    const other = others.get(isFrom ? link.toId : link.fromId);
    if (!other) return [];
    return [
      {
        kind: link.kind,
        role: link.role,
        direction: isFrom ? ('to' as const) : ('from' as const),
        other: subjectRef(reader, other),
        from: link.validFrom,
        until: link.validTo,
        guardianship: keeps && link.kind === 'guardian' ? { paper: link.paper, proof: link.proof } : null,
      },
    ];
  });
}

async function findWaitingGuardians(
  db: Db,
  reader: Reader,
  row: SubjectRow,
): Promise<OutputOf<typeof getSubject>['waitingGuardians']> {
  if (row.noun !== 'person' || !mayInArea(reader.actor, 'registers:edit', row.path)) return [];
  const { rows } = await sql<{
    otherId: string;
    relation: string;
    paper: string;
    proof: string;
    since: string;
    at: Date;
    byId: string;
  }>`select guardian_id as "otherId", relation, paper, proof, since, at, by_id as "byId" from guardian_wait
    where ward_id = ${row.id} order by at`.execute(db);
  const others = await elevated(db, () =>
    findSubjectRows(
      db,
      rows.map(({ otherId }) => otherId),
    ),
  );
  return rows.flatMap(({ otherId, byId, at, ...said }) => {
    const other = others.get(otherId);
    if (!other) return [];
    return [{ ...said, at: at.toISOString(), other: subjectRef(reader, other), mine: byId === reader.actor.accountId }];
  });
}

const ending: Readonly<Record<SubjectRow['noun'], readonly Act[]>> = {
  person: ['die', 'move', 'link'],
  household: ['move', 'split', 'join'],
  home: ['end'],
  entity: ['end'],
  asset: ['end'],
};

function actsOf(actor: Actor, row: SubjectRow): Act[] {
  const edits = mayInArea(actor, 'registers:edit', row.path) && row.state === 'active';
  const acts: Act[] = edits ? ['change', 'confirm', ...ending[row.noun]] : [];
  return mayInArea(actor, 'registers:reveal', row.path) ? [...acts, 'reveal'] : acts;
}
