import type { decideReturn, fillReturn, moveReturn, OutputOf, ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  type FormDefinition,
  formProblems,
  isOpenReturn,
  mayInArea,
  nextReturnState,
  type ReturnAct,
} from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { noteBurden } from './answer-questions.ts';
import type { FormDeps } from './deps.ts';
import { markCounts } from './fill/count-marks.ts';
import { fillReturns } from './fill/fill-returns.ts';
import { mustFill, wordsOf } from './policy.ts';
import { findDefinition, findReturn, noteForms, noteStep, type ReturnRow } from './store.ts';
import { countsOf } from './views.ts';

interface Call<I> {
  actor: Actor;
  input: I;
  now: Date;
  requestId: string;
}

/** The committee's act: checked, given upwards, or back to itself. */
export async function stepReturn(
  db: Db,
  deps: FormDeps,
  call: Call<ParsedInputOf<typeof moveReturn>>,
): Promise<OutputOf<typeof moveReturn>> {
  const row = await lockedReturn(db, call.input.returnId);
  mustFill(call.actor, row.path);
  const { act } = call.input;
  if (act === 'check' && row.missing > 0 && (await askedCells(db, row.id)) > 0)
    return refuse('return-incomplete', { count: await askedCells(db, row.id) });
  if (row.state === 'given' && act === 'send-back') return refuse('return-closed');
  return move(db, deps, call, row, act);
}

/** The street's decision. Nobody approves what they gave themselves. */
export async function judgeReturn(
  db: Db,
  deps: FormDeps,
  call: Call<ParsedInputOf<typeof decideReturn>>,
): Promise<OutputOf<typeof decideReturn>> {
  const { actor, input } = call;
  const row = await lockedReturn(db, input.returnId);
  if (!mayInArea(actor, 'forms:approve', row.path))
    return refuse(mayInArea(actor, 'forms:read', row.path) ? 'not-allowed' : 'not-found');
  if (row.state !== 'given') return refuse('return-closed');
  if (input.approve && row.checkedBy === actor.accountId) return refuse('same-person');
  return move(db, deps, call, row, input.approve ? 'approve' : 'send-back');
}

async function lockedReturn(db: Db, returnId: string): Promise<ReturnRow> {
  return (await findReturn(db, returnId, 'lock')) ?? refuse('not-found');
}

async function move(
  db: Db,
  deps: FormDeps,
  call: Call<{ returnId: string; revision: number; words: string }>,
  row: ReturnRow,
  act: ReturnAct,
): Promise<{ state: ReturnRow['state']; revision: number }> {
  const { actor, input, now } = call;
  const state = nextReturnState(row.state, act);
  if (state === null) return refuse('return-closed');
  if (row.revision !== input.revision) return refuse('return-changed');
  if (act === 'send-back' && input.words === '') return refuse('reason-needed');
  const revision = row.revision + 1;
  await elevated(db, async () => {
    await sql`update form_return set state = ${state}, revision = ${revision},
        checked_by = case when ${act === 'give'} then ${actor.accountId}::uuid else checked_by end,
        given_at = case when ${act === 'give'} then ${now}::timestamptz when ${act === 'send-back'} then null else given_at end,
        approved_by = case when ${act === 'approve'} then ${actor.accountId}::uuid else approved_by end,
        approved_at = case when ${act === 'approve'} then ${now}::timestamptz else approved_at end
      where id = ${row.id}`.execute(db);
    await noteStep(db, {
      returnId: row.id,
      act,
      byId: actor.accountId,
      byWords: wordsOf(actor, deps.directory.get()),
      words: input.words,
      at: now,
    });
    await noteForms(db, call, {
      kind: `return.${state}`,
      noun: 'return',
      nounId: row.id,
      path: row.path,
      data: { form: row.formId, period: row.period },
    });
  });
  return { state, revision };
}

/** Cells that wait for an answer; what nobody can be asked (a place without address) holds nothing up. */
async function askedCells(db: Db, returnId: string): Promise<number> {
  const { rows } = await elevated(db, () =>
    sql<{ n: number }>`select coalesce(sum(${markCounts.asked}), 0)::int as n from form_row
      where return_id = ${returnId}`.execute(db),
  );
  return rows[0]?.n ?? 0;
}

type FillInput = ParsedInputOf<typeof fillReturn>;

/** From the registers as they are now, with answers to this form's own questions. */
export async function refillReturn(db: Db, call: Call<FillInput>): Promise<OutputOf<typeof fillReturn>> {
  const { actor, input, now } = call;
  const row = await lockedReturn(db, input.returnId);
  mustFill(actor, row.path);
  if (!isOpenReturn(row.state)) return refuse('return-closed');
  if (row.revision !== input.revision) return refuse('return-changed');
  const definition = (await findDefinition(db, row.formId, row.version)) ?? refuse('not-found');
  const answers = input.answers.map((answer) => checkedAnswer(definition, answer));
  const known = await findRowKeys(
    db,
    row.id,
    answers.map(({ rowKey }) => rowKey),
  );
  if (answers.some(({ rowKey }) => !known.has(rowKey))) return refuse('not-found');
  await elevated(db, async () => {
    await putAnswers(db, row.id, answers);
    await fillReturns(db, { siteId: row.siteId, definition, returnIds: [row.id], now });
    await sql`update form_return set revision = revision + 1 where id = ${row.id}`.execute(db);
    if (input.tookSeconds !== undefined && answers.length > 0)
      await noteBurden(
        db,
        answers.map(() => ({ formId: row.formId, areaId: row.areaId })),
        { tookSeconds: input.tookSeconds, answers: answers.length, now },
      );
  });
  const after = await lockedReturn(db, row.id);
  return { revision: after.revision, counts: countsOf(after) };
}

interface CheckedAnswer {
  rowKey: string;
  at: number;
  value: unknown;
}

function checkedAnswer(definition: FormDefinition, answer: FillInput['answers'][number]): CheckedAnswer {
  const at = definition.columns.findIndex((column) => column.key === answer.column);
  const column = definition.columns[at];
  if (column?.bind !== 'asked') return refuse('answer-invalid', { column: answer.column });
  if (formProblems([column.ask], { [column.ask.key]: answer.value }).length > 0)
    return refuse('answer-invalid', { column: column.label.zh });
  return { rowKey: answer.rowKey, at, value: answer.value };
}

async function findRowKeys(db: Db, returnId: string, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await elevated(db, () =>
    sql<{
      key: string;
    }>`select row_key as key from form_row where return_id = ${returnId} and row_key = any(${[...keys]}::uuid[])`.execute(
      db,
    ),
  );
  return new Set(rows.map((row) => row.key));
}

async function putAnswers(db: Db, returnId: string, answers: readonly CheckedAnswer[]): Promise<void> {
  for (const { rowKey, at, value } of answers)
    await sql`update form_row set cells = jsonb_set(cells, array[${String(at)}], ${JSON.stringify(value)}::jsonb),
        marks = overlay(marks placing 'a' from ${at + 1} for 1) where return_id = ${returnId} and row_key = ${rowKey}`.execute(
      db,
    );
}
