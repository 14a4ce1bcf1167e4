import type {
  getRights,
  listDeletions,
  listRights,
  OutputOf,
  ParsedInputOf,
  savePrivacySettings,
} from '@linli/contract';
import { type Actor, findRegisterField, type LocalText, maskName, planDeletion } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import { findBases, findRestrictedFields } from '../registers/index.ts';
import type { PrivacyDeps } from './deps.ts';
import { deskSites, mustBeDesk } from './policy.ts';
import { rightsView } from './rights-view.ts';
import { answerWorkDays, findRights, findSteps, type RightsRow } from './store.ts';

const isDone = sql`state in ('answered', 'taken-back')`;

/** The queue: what is due first, or what was done last. */
export async function findQueue(
  db: Db,
  deps: PrivacyDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listRights>; now: Date },
): Promise<OutputOf<typeof listRights>> {
  const { input, now } = call;
  const sites = deskSites(call.actor, deps.places.get());
  const ids = sites.map(({ id }) => id);
  const ours = sql`site_id = any(${ids}::uuid[])`;
  const key = readPageKey(input.after, ['instant', 'uuid']);
  const open = input.state === 'open';
  const at = sql.ref(open ? 'due_at' : 'submitted_at');
  const after = key
    ? sql`and (${at}, id) ${sql.raw(open ? '>' : '<')} (${key[0]}::timestamptz, ${key[1]}::uuid)`
    : sql``;
  const state = open ? sql`state not in ('answered', 'taken-back')` : isDone;
  const direction = sql.raw(open ? 'asc' : 'desc');
  return elevated(db, async () => {
    const rows = await findRights(
      db,
      sql`${ours} and ${state} ${after}`,
      sql`order by ${at} ${direction}, id ${direction} limit ${input.limit + 1}`,
    );
    const counted = await sql<{ open: number; overdue: number }>`select count(*)::int as open,
        count(*) filter (where due_at <= ${now} and waiting_since is null)::int as overdue
      from rights_request where ${ours} and state not in ('answered', 'taken-back')`.execute(db);
    const page = rows.slice(0, input.limit);
    const steps = await findSteps(
      db,
      page.map(({ id }) => id),
    );
    const last = page.at(-1);
    return {
      requests: page.map((row) => {
        const {
          steps: _steps,
          words: _words,
          answer: _answer,
          ...line
        } = rightsView(row, steps, { hand: 'desk', now });
        return line;
      }),
      next:
        rows.length > input.limit && last
          ? pageKey([(open ? last.dueAt : last.submittedAt).toISOString(), last.id])
          : null,
      open: counted.rows[0]?.open ?? 0,
      overdue: counted.rows[0]?.overdue ?? 0,
      answerWorkDays: ids[0] === undefined ? 15 : await answerWorkDays(db, ids[0]),
    };
  });
}

/** One request with what an answer would do. Names masked, values none: the desk decides about data, it does not read it. */
export async function findOneAtDesk(
  db: Db,
  call: { actor: Actor; rightsId: string; now: Date },
): Promise<OutputOf<typeof getRights>> {
  return elevated(db, async () => {
    const [row] = await findRights(db, sql`id = ${call.rightsId}`);
    if (!row) return refuse('not-found');
    mustBeDesk(call.actor, row);
    const steps = await findSteps(db, [row.id]);
    const { rows } = await sql<{ subject: string | null; asker: string }>`select
      (select name from subject where id = ${row.subjectId}) as subject, name as asker from account where id = ${row.accountId}`.execute(
      db,
    );
    const names = rows[0];
    return {
      ...rightsView(row, steps, { hand: 'desk', now: call.now }),
      subjectName: names?.subject ? maskName(names.subject) : null,
      askerName: maskName(names?.asker ?? ''),
      plan: await planOf(db, row),
      restricted: (await findRestrictedFields(db, row.id)).map((code) => ({ code, label: labelOf(code) })),
    };
  });
}

async function planOf(db: Db, row: RightsRow): Promise<OutputOf<typeof getRights>['plan']> {
  const isOpen = row.state !== 'answered' && row.state !== 'taken-back';
  if (row.kind !== 'delete' || row.subjectId === null || !isOpen) return null;
  const { erase, restrict, outcome } = planDeletion(row.fields, await findBases(db, row.subjectId));
  return { erase: erase.map(labelOf), restrict: restrict.map(labelOf), outcome };
}

function labelOf(code: string): LocalText {
  return findRegisterField('person', code)?.label ?? { zh: code };
}

/** Proofs of deletion of the desk's sites, newest first. */
export async function findDeletions(
  db: Db,
  deps: Pick<PrivacyDeps, 'places'>,
  call: { actor: Actor; input: ParsedInputOf<typeof listDeletions> },
): Promise<OutputOf<typeof listDeletions>> {
  const { input } = call;
  const ids = deskSites(call.actor, deps.places.get()).map(({ id }) => id);
  const key = readPageKey(input.after, ['instant', 'uuid']);
  const after = key ? sql`and (p.at, p.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql``;
  const { rows } = await elevated(db, () =>
    sql<
      Omit<OutputOf<typeof listDeletions>['deletions'][number], 'at'> & { at: Date }
    >`select p.id, p.kind, p.field_group as "group", p.rows,
        encode(p.ids_hash, 'hex') as "idsHash", p.rule, r.number as "rightsNumber", p.at
      from deletion_proof p left join rights_request r on r.id = p.request_id
      where p.site_id = any(${ids}::uuid[]) ${after} order by p.at desc, p.id desc limit ${input.limit + 1}`.execute(
      db,
    ),
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    deletions: page.map((row) => ({ ...row, at: row.at.toISOString() })),
    next: rows.length > input.limit && last ? pageKey([last.at.toISOString(), last.id]) : null,
  };
}

/** The desk's own time to answer, of every site it is the desk of. */
export async function saveAnswerDays(
  db: Db,
  deps: Pick<PrivacyDeps, 'places'>,
  call: { actor: Actor; input: ParsedInputOf<typeof savePrivacySettings> },
): Promise<OutputOf<typeof savePrivacySettings>> {
  const { answerWorkDays: days } = call.input;
  const sites = deskSites(call.actor, deps.places.get());
  if (sites.length === 0) refuse('not-allowed');
  await elevated(db, async () => {
    for (const { id } of sites)
      await sql`insert into privacy_setting (site_id, answer_work_days) values (${id}, ${days})
        on conflict (site_id) do update set answer_work_days = excluded.answer_work_days`.execute(db);
  });
  return { answerWorkDays: days };
}
