import { Buffer } from 'node:buffer';
import type pg from 'pg';
import { createGroupCommit } from '../../platform/db/group-commit.ts';
import { jsonbArray } from '../../platform/db/jsonb-array.ts';
import { refuse } from '../../platform/errors.ts';

/** Everything one report writes, ready as JSON for `intakeSql`. */
export interface IntakeItem {
  id: string;
  request_id: string;
  actor_key: string;
  operation: string;
  input_hash: string;
  at: string;
  /** Day of the number: 20261122. */
  prefix: string;
  row: Record<string, unknown>;
  actions: readonly Record<string, unknown>[];
  journal: readonly Record<string, unknown>[];
  /** What every event of the item carries besides its own. */
  journal_facts: Record<string, unknown>;
  due: readonly Record<string, unknown>[];
  files: readonly Record<string, unknown>[];
  reporters: readonly Record<string, unknown>[];
  response: Record<string, unknown>;
  /** Told besides the response the first time only. */
  first?: Record<string, unknown>;
}

/**
 * One statement for any number of reports: request, case, actions, reporter, photos, due work and journal. The request row is the
 * gate: where it was there before, nothing else is written and the first answer comes back. Also what the benchmark runs under
 * pgbench, so it stands alone.
 */
export const intakeSql = `with input as materialized (
    select i.*, i.prefix || '-' || lpad(nextval('case_number')::text, 6, '0') as number
    from jsonb_to_recordset($1::jsonb) as i(id uuid, request_id uuid, actor_key text, operation text, input_hash bytea, at timestamptz, prefix text,
      "row" jsonb, actions jsonb, journal jsonb, journal_facts jsonb, due jsonb, files jsonb, reporters jsonb, response jsonb)),
  gate as (
    insert into request (request_id, actor_key, operation, input_hash, response, at)
    select request_id, actor_key, operation, input_hash, response || jsonb_build_object('number', number), at from input
    on conflict do nothing returning request_id, actor_key, (response->>'caseId')::uuid as id),
  fresh as materialized (select input.* from input join gate using (request_id, actor_key, id)),
  new_case as (
    insert into cases select r.* from fresh, jsonb_populate_record(null::cases, fresh."row" || jsonb_build_object('number', fresh.number)) r),
  new_action as (insert into case_action select r.* from fresh, jsonb_populate_recordset(null::case_action, fresh.actions) r),
  new_reporter as (insert into case_reporter select r.* from fresh, jsonb_populate_recordset(null::case_reporter, fresh.reporters) r),
  new_file as (insert into case_file select r.* from fresh, jsonb_populate_recordset(null::case_file, fresh.files) r),
  new_due as (
    insert into due (kind, key, at, data)
    select r.kind, r.key, r.at, r.data from fresh, jsonb_to_recordset(fresh.due) as r(kind text, key text, at timestamptz, data jsonb)),
  new_journal as (
    insert into journal (at, kind, noun, noun_id, path, actor_id, request_id, data)
    select r.at, r.kind, 'case', fresh.id, (fresh."row"->>'path')::ltree, r.actor_id, fresh.request_id, fresh.journal_facts || r.data || jsonb_build_object('number', fresh.number)
    from fresh, rows from (jsonb_to_recordset(fresh.journal) as (at timestamptz, kind text, actor_id uuid, data jsonb)) with ordinality as r(at, kind, actor_id, data, n)
    order by fresh.id, r.n)
  select input.id, fresh.number from input left join fresh using (id)`;

const repeatSql = `select request.request_id, request.actor_key, request.input_hash, request.response
  from unnest($1::uuid[], $2::text[]) as wanted(request_id, actor_key) join request using (request_id, actor_key)`;

interface Repeated {
  request_id: string;
  actor_key: string;
  input_hash: Buffer;
  response: Record<string, unknown>;
}

type Answer = Record<string, unknown>;

export interface Intake {
  submit(item: IntakeItem): Promise<Answer>;
  /** Waits for everything submitted. */
  close(): Promise<void>;
}

/** An item while it waits: its text is made at once, so that all it was made of is garbage while still young. */
type Waiting = Pick<IntakeItem, 'id' | 'request_id' | 'actor_key' | 'input_hash' | 'response' | 'first'> & {
  text: Buffer;
};

/** Reports of concurrent requests share a statement. `pool` acts as the product itself; the policy was asked before. */
export function createIntake(pool: pg.Pool): Intake {
  async function run(items: readonly Waiting[]): Promise<Answer[]> {
    const values = [jsonbArray(items.map(({ text }) => text))];
    const { rows } = await pool.query<{ id: string; number: string | null }>(intakeSql, values);
    const numbers = new Map(rows.map((row) => [row.id, row.number]));
    const before = await findRepeated(items.filter((item) => !numbers.get(item.id)));
    return items.map((item) => {
      const number = numbers.get(item.id);
      return number ? { ...item.response, ...item.first, number } : sameAgain(item, before);
    });
  }

  async function findRepeated(items: readonly Waiting[]): Promise<ReadonlyMap<string, Repeated>> {
    if (items.length === 0) return new Map();
    const names = [items.map((item) => item.request_id), items.map((item) => item.actor_key)];
    const { rows } = await pool.query<Repeated>(repeatSql, names);
    return new Map(rows.map((row) => [`${row.request_id}/${row.actor_key}`, row]));
  }

  /** The answer of the first time; refused when the id was used for something else. */
  function sameAgain(item: Waiting, before: ReadonlyMap<string, Repeated>): Answer {
    const first = before.get(`${item.request_id}/${item.actor_key}`);
    if (!first) throw new Error('a report was neither new nor known');
    return `\\x${first.input_hash.toString('hex')}` === item.input_hash ? first.response : { refused: true };
  }

  const group = createGroupCommit({ run });
  return {
    submit({ id, request_id, actor_key, input_hash, response, first, ...rest }) {
      const text = Buffer.from(JSON.stringify({ id, request_id, actor_key, input_hash, response, ...rest }));
      return group.submit({ id, request_id, actor_key, input_hash, response, ...(first ? { first } : {}), text });
    },
    close: () => group.close(),
  };
}

/** Submits one report and answers what its caller gets. */
export function submitReport(intake: Intake, item: IntakeItem): Promise<Answer> {
  return intake.submit(item).then((answer) => ('refused' in answer ? refuse('request-id-reused') : answer));
}
