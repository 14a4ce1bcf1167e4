import type { listFactHistory, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, fieldsOfNoun, type LegalBasis } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import { accessTo, findReader, mustRead } from './policy.ts';
import { getSubjectRow } from './subject-row.ts';
import { isScalar } from './subject-view.ts';

interface HistoryRow {
  id: string;
  field: string;
  value: unknown;
  source: string;
  sourceId: string | null;
  basis: LegalBasis;
  since: string;
  recordedAt: Date;
  recordedBy: string | null;
  supersededAt: Date | null;
}

/** Values of a subject's fields as they followed one another. Names of who entered them are for colleagues: their account's name. */
export async function findFactHistory(
  db: Db,
  call: { actor: Actor; input: ParsedInputOf<typeof listFactHistory> },
): Promise<OutputOf<typeof listFactHistory>> {
  const { actor, input } = call;
  const row = await getSubjectRow(db, input.subjectId, 'read');
  const reader = await findReader(db, actor);
  mustRead(reader, row);
  const codes = fieldsOfNoun(row.noun)
    .filter(
      (field) => accessTo(reader, field, row) === 'full' && (input.field === undefined || field.code === input.field),
    )
    .map((field) => field.code);
  const key = readPageKey(input.after, ['instant', 'text']);
  const before = key ? sql`and (fact.recorded_at, fact.id::text) < (${key[0]}::timestamptz, ${key[1]})` : sql``;
  const { rows } =
    await sql<HistoryRow>`select fact.id::text as id, fact.field, fact.value, fact.source, fact.source_id as "sourceId",
      fact.basis, fact.since, fact.recorded_at as "recordedAt", fact.recorded_by as "recordedBy", fact.superseded_at as "supersededAt"
    from fact where fact.subject_id = ${row.id} and fact.field = any(${codes}) ${before}
    order by fact.recorded_at desc, fact.id::text desc limit ${input.limit + 1}`.execute(db);
  const page = rows.slice(0, input.limit);
  const names = await findNames(
    db,
    page.map((fact) => fact.recordedBy),
  );
  const last = page.at(-1);
  return {
    facts: page.flatMap(({ value, recordedAt, supersededAt, recordedBy, ...fact }) =>
      isScalar(value)
        ? [
            {
              ...fact,
              value,
              recordedAt: recordedAt.toISOString(),
              recordedBy: recordedBy === null ? null : (names.get(recordedBy) ?? null),
              supersededAt: supersededAt?.toISOString() ?? null,
            },
          ]
        : [],
    ),
    next: rows.length > input.limit && last ? pageKey([last.recordedAt.toISOString(), last.id]) : null,
  };
}

async function findNames(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const { rows } = await elevated(db, () =>
    sql<{
      id: string;
      name: string;
    }>`select id, name from account where id = any(${wanted}::uuid[]) and kind = 'staff'`.execute(db),
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
