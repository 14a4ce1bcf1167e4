import { fieldsOfNoun, findRegisterField, type LinkKind, type LocalText } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { RegisterDeps } from '../deps.ts';
import { findReader, type Reader } from '../policy.ts';
import { secretContext } from '../store/secrets.ts';
import { findFieldViews } from '../subject-fields.ts';
import { findSubjectRows, getSubjectRow, type SubjectRow } from '../subject-row.ts';
import { isScalar, subjectRef } from '../subject-view.ts';
import { findRestricted } from './restrict-values.ts';

/** One value as its person reads it. */
export interface OwnField {
  code: string;
  group: string;
  label: LocalText;
  value: string | number | boolean | null;
  valueLabel: LocalText | null;
  masked: boolean;
  source: string | null;
  since: string | null;
  basis: string;
  law: string;
  owner: string;
  recordedAt: string | null;
  restricted: boolean;
}

/** The person an account is, or their ward. Refuses as if it were not there. */
export async function getOwn(
  db: Db,
  actor: Reader['actor'],
  subjectId: string,
): Promise<{ reader: Reader; row: SubjectRow; role: 'self' | 'guardian' }> {
  const { rows } = await sql<{ role: 'self' | 'guardian' }>`select role from subject_account
    where subject_id = ${subjectId} and account_id = ${actor.accountId}`.execute(db);
  const link = rows[0] ?? refuse('not-found');
  return { reader: await findReader(db, actor), row: await getSubjectRow(db, subjectId, 'read'), role: link.role };
}

/** Every value held, also of what is kept and not used; sealed ones masked. `reader` must own the row. */
export async function findOwnFields(
  db: Db,
  deps: Pick<RegisterDeps, 'crypto'>,
  call: { reader: Reader; row: SubjectRow; now: Date },
): Promise<OwnField[]> {
  const { row } = call;
  const views = (await findFieldViews(db, deps.crypto, { ...call, rows: [row], only: 'known' })).get(row.id) ?? [];
  const restricted = await elevated(db, () => findRestricted(db, deps.crypto, row.id));
  return fieldsOfNoun(row.noun).flatMap((field): OwnField[] => {
    const view = views.find(({ code }) => code === field.code);
    const kept = restricted.find((one) => one.field === field.code);
    const { code, label, law, owner, retention: group } = field;
    const words = (value: unknown) => field.options?.find((option) => option.value === value)?.label ?? null;
    if (kept) {
      const isSealed = field.kind === 'secret';
      const { source, since, basis, recordedAt } = kept;
      const value = !isSealed && isScalar(kept.value) ? kept.value : null;
      return [
        {
          code,
          group,
          label,
          law,
          owner,
          value,
          valueLabel: words(value),
          masked: isSealed,
          source,
          since,
          basis,
          recordedAt: recordedAt.toISOString(),
          restricted: true,
        },
      ];
    }
    if (!view) return [];
    const { value, masked, source, since, basis, recordedAt } = view;
    return [
      {
        code,
        group,
        label,
        law,
        owner,
        value,
        valueLabel: words(value),
        masked,
        source,
        since,
        basis,
        recordedAt,
        restricted: false,
      },
    ];
  });
}

/** A sealed value of one's own in full. Who asks was proved by a code. As the system. */
export async function openOwnSecret(
  db: Db,
  deps: Pick<RegisterDeps, 'crypto'>,
  call: { row: Pick<SubjectRow, 'id' | 'noun'>; field: string },
): Promise<string> {
  const field = findRegisterField(call.row.noun, call.field);
  if (field?.kind !== 'secret') return refuse('not-found');
  const { rows } = await sql<{ sealed: Buffer }>`select sealed from subject_secret
    where subject_id = ${call.row.id} and field = ${field.code}`.execute(db);
  const secret = rows[0] ?? refuse('not-found');
  return deps.crypto.decrypt(secret.sealed, secretContext(field.code));
}

export interface OwnLink {
  kind: LinkKind;
  role: string;
  /** Of a guardianship: the person is the guardian. */
  guards: boolean;
  name: string;
  from: string;
  until: string | null;
  /** A guardian who waits for a second keeper. */
  waits: boolean;
}

/** Who and what the person stands in a link to; others' names masked as everywhere. */
export async function findOwnLinks(db: Db, reader: Reader, row: SubjectRow): Promise<OwnLink[]> {
  const { rows } = await elevated(db, () =>
    sql<
      Omit<OwnLink, 'name'> & { otherId: string }
    >`select kind, role, kind = 'guardian' and from_id = ${row.id} as guards,
      case when from_id = ${row.id} then to_id else from_id end as "otherId", valid_from as "from", valid_to as until, false as waits
    from subject_link where from_id = ${row.id} or to_id = ${row.id}
    union all select 'guardian', relation, false, guardian_id, since, null, true from guardian_wait where ward_id = ${row.id}
    order by "from" desc limit 100`.execute(db),
  );
  const others = await elevated(db, () =>
    findSubjectRows(
      db,
      rows.map(({ otherId }) => otherId),
    ),
  );
  return rows.flatMap(({ otherId, ...link }) => {
    const other = others.get(otherId);
    if (!other) return [];
    // A household goes by its head's name: whose own name it is reads it.
    const isOwnName = other.noun === 'household' && other.name === row.name;
    return [{ ...link, name: isOwnName ? row.name : subjectRef(reader, other).name }];
  });
}

/** Looks at sealed fields of one person. As whoever owns it. */
export async function findLooksAt(
  db: Db,
  subjectId: string,
): Promise<{ at: Date; by: string; unit: string | null; reason: string; field: string }[]> {
  const { rows } = await sql<{ at: Date; by: string; unit: string | null; reason: string; field: string }>`select at,
      by_words as by, unit_words as unit, reason, field
    from subject_reveal where subject_id = ${subjectId} order by at desc limit 200`.execute(db);
  return rows;
}
