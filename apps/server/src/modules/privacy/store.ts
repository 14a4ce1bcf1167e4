import type { RefusalGround, RightsKind, RightsOutcome, RightsRequest, RightsState } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';

export interface RightsRow {
  id: string;
  number: string;
  siteId: string;
  path: string;
  subjectId: string | null;
  accountId: string;
  asker: 'self' | 'guardian' | 'relative';
  kind: RightsKind;
  words: string;
  fields: string[];
  wantedSealed: Buffer | null;
  about: string | null;
  state: RightsState;
  submittedAt: Date;
  dueAt: Date;
  latestAt: Date;
  waitingSince: Date | null;
  outcome: RightsOutcome | null;
  ground: RefusalGround | null;
  answer: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  revision: number;
}

export interface StepRow {
  requestId: string;
  at: Date;
  act: string;
  state: RightsState;
  byWords: string;
  words: string;
}

const rightsColumns = sql`id, number, site_id as "siteId", path::text as path, subject_id as "subjectId", account_id as "accountId", asker, kind,
  words, fields, wanted_sealed as "wantedSealed", about, state, submitted_at as "submittedAt", due_at as "dueAt", latest_at as "latestAt",
  waiting_since as "waitingSince", outcome, ground, answer, answered_at as "answeredAt", answered_by as "answeredBy", revision`;

/** Requests where `condition` holds. Row-level security shows an account its own; the desk reads as the system, after its policy. */
export async function findRights(
  db: Db,
  condition: ReturnType<typeof sql>,
  more: ReturnType<typeof sql> = sql`order by submitted_at desc, id`,
): Promise<RightsRow[]> {
  const { rows } = await sql<RightsRow>`select ${rightsColumns} from rights_request where ${condition} ${more}`.execute(
    db,
  );
  return rows;
}

/** Locked until the end of the transaction. As the system. */
export async function lockRights(db: Db, id: string): Promise<RightsRow> {
  const rows = await findRights(db, sql`id = ${id}`, sql`for update`);
  return rows[0] ?? refuse('not-found');
}

export async function findSteps(db: Db, ids: readonly string[]): Promise<StepRow[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<StepRow>`select request_id as "requestId", at, act, state, by_words as "byWords", words from rights_step
    where request_id = any(${[...ids]}::uuid[]) order by request_id, n`.execute(db);
  return rows;
}

/** The row with its steps as the domain folds it. */
export function rightsOf(row: RightsRow, steps: readonly StepRow[]): RightsRequest {
  const own = steps.filter(({ requestId }) => requestId === row.id);
  const asked = own.findLastIndex(({ act }) => act === 'ask-more');
  return {
    kind: row.kind,
    state: row.state,
    back: row.state === 'needs-more' ? (own[asked - 1]?.state ?? 'registered') : null,
    dueAt: row.dueAt,
    latestAt: row.latestAt,
    waitingSince: row.waitingSince,
    outcome: row.outcome,
    ground: row.ground,
    answeredAt: row.answeredAt,
    answeredBy: row.answeredBy,
    objected: own.some(({ act }) => act === 'object'),
  };
}

export async function insertRights(
  db: Db,
  row: Omit<RightsRow, 'revision' | 'outcome' | 'ground' | 'answer' | 'answeredAt' | 'answeredBy' | 'waitingSince'>,
): Promise<void> {
  await sql`insert into rights_request (id, number, site_id, path, subject_id, account_id, asker, kind, words, fields, wanted_sealed, about,
      state, submitted_at, due_at, latest_at)
    values (${row.id}, ${row.number}, ${row.siteId}, ${row.path}::ltree, ${row.subjectId}, ${row.accountId}, ${row.asker}, ${row.kind},
      ${row.words}, ${row.fields}, ${row.wantedSealed}, ${row.about}, ${row.state}, ${row.submittedAt}, ${row.dueAt}, ${row.latestAt})`.execute(
    db,
  );
}

export async function updateRights(db: Db, id: string, next: RightsRequest, answer: string | null): Promise<void> {
  await sql`update rights_request set state = ${next.state}, due_at = ${next.dueAt}, latest_at = ${next.latestAt},
      waiting_since = ${next.waitingSince}, outcome = ${next.outcome}, ground = ${next.ground},
      answer = coalesce(${answer}, answer), answered_at = ${next.answeredAt}, answered_by = ${next.answeredBy}, revision = revision + 1
    where id = ${id}`.execute(db);
}

/** One step with its row in the journal: ids and codes, no words. As the system. */
export async function insertStep(
  db: Db,
  row: Pick<RightsRow, 'id' | 'path' | 'kind' | 'accountId' | 'number'>,
  step: {
    act: string;
    state: RightsState;
    byId: string | null;
    byWords: string;
    words: string;
    now: Date;
    requestId: string;
  },
): Promise<void> {
  await sql`insert into rights_step (request_id, n, at, act, state, by_id, by_words, words)
    select ${row.id}, count(*), ${step.now}, ${step.act}, ${step.state}, ${step.byId}, ${step.byWords}, ${step.words}
    from rights_step where request_id = ${row.id}`.execute(db);
  await appendJournal(db, [
    {
      at: step.now,
      kind: `rights.${step.act}`,
      noun: 'rights',
      nounId: row.id,
      path: row.path.split('.')[0] ?? row.path,
      actorId: step.byId,
      requestId: step.requestId,
      data: { kind: row.kind, state: step.state, number: row.number, accountId: row.accountId },
    },
  ]);
}

/** The next number of a day: `Q20260316-0001`. As the system. */
export async function nextNumber(db: Db, day: string): Promise<string> {
  const prefix = `Q${day.replaceAll('-', '')}`;
  const { rows } = await sql<{ last: number }>`insert into rights_number (prefix, last) values (${prefix}, 1)
    on conflict (prefix) do update set last = rights_number.last + 1 returning last`.execute(db);
  return `${prefix}-${String(rows[0]?.last ?? 0).padStart(4, '0')}`;
}

/** Working days the site gives itself; fifteen where it said nothing. */
export async function answerWorkDays(db: Db, siteId: string): Promise<number> {
  const { rows } = await sql<{
    days: number;
  }>`select answer_work_days as days from privacy_setting where site_id = ${siteId}`.execute(db);
  return rows[0]?.days ?? 15;
}
