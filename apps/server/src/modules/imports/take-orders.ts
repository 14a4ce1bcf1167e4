import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { insertCallers, type PreparedOrder, prepareOrder, pressOrder, writeOrders } from '../cases/index.ts';
import type { ImportDeps } from './deps.ts';
import type { ImportSite } from './policy.ts';
import { type BadRow, type GoodRow, playRow } from './prepare-rows.ts';
import type { RowProblem } from './problem-words.ts';

/** What became of each row, by its `n`. */
export interface Taken {
  row: GoodRow['row'];
  outcome: 'added' | 'same' | 'changed' | 'chased';
  caseId: string;
}

export interface TakeCall {
  site: ImportSite;
  system: string;
  actor: Actor;
  runId: string | null;
  now: Date;
}

interface Known {
  caseId: string;
  hash: Buffer;
  runId: string | null;
}

/** What a batch knows of numbers: those taken before, and the line on which each of its own first stood. */
export interface KnownNumbers {
  before: ReadonlyMap<string, Known>;
  lines: Map<string, number>;
}

/** A good row with all that is written of it; `null` = its number is known and nothing will be. */
export type ReadyRow = { good: GoodRow } & ({ ready: PreparedOrder | null } | { problems: RowProblem[] });

/** Plays a row and makes its rows of the database. Pure, so that it can be done while others are being written. */
export function makeReady(
  deps: ImportDeps,
  call: Pick<TakeCall, 'actor' | 'now'>,
  good: GoodRow,
  before: KnownNumbers['before'],
): ReadyRow {
  if (before.has(good.read.order.externalId)) return { good, ready: null };
  const result = playRow(deps, { actor: call.actor, good });
  if ('problems' in result) return { good, problems: result.problems };
  return { good, ready: prepareOrder(result.played, { actor: call.actor, hash: good.hash, now: call.now }) };
}

/** Orders known by number; the rows of `case_source`. */
export async function findKnown(
  db: Db,
  call: Pick<TakeCall, 'site' | 'system'>,
  numbers: readonly string[],
): Promise<Map<string, Known>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<
    Known & { number: string }
  >`select external_id as number, case_id as "caseId", hash, run_id as "runId" from case_source
    where site_id = ${call.site.id} and system = ${call.system} and external_id = any(${[...numbers]}::text[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.number, row]));
}

/**
 * Takes orders up, each number once for ever: new ones become cases by the statement of reports, known ones write nothing, calls that
 * press an open order urge it and join its callers. All in the caller's transaction of the product itself.
 */
export async function takeOrders(
  db: Db,
  deps: ImportDeps,
  call: TakeCall,
  rows: readonly ReadyRow[],
  numbers: KnownNumbers,
): Promise<{ taken: Taken[]; bad: BadRow[] }> {
  const taken: Taken[] = [];
  const bad: BadRow[] = [];
  const refuseRow = (row: GoodRow['row'], problem: RowProblem) => bad.push({ row, problems: [problem] });
  const { before: known, lines } = numbers;
  const fresh: ReadyRow[] = [];
  for (const one of rows) {
    const { good } = one;
    const number = good.read.order.externalId;
    const before = known.get(number);
    const firstLine = lines.get(number);
    if (firstLine !== undefined) refuseRow(good.row, repeated(firstLine));
    else if (!before) fresh.push(one);
    else if (call.runId !== null && before.runId === call.runId) refuseRow(good.row, repeated(0));
    else
      taken.push({ row: good.row, outcome: before.hash.equals(good.hash) ? 'same' : 'changed', caseId: before.caseId });
    if (firstLine === undefined) lines.set(number, good.row.line);
  }
  const chasing = fresh.filter(({ good }) => good.read.chases !== null);
  await begin(fresh.filter(({ good }) => good.read.chases === null));
  const parents = await findKnown(
    db,
    call,
    chasing.flatMap(({ good }) => good.read.chases ?? []),
  );
  const orphans: ReadyRow[] = [];
  for (const one of chasing) {
    const { good } = one;
    const parent = parents.get(good.read.chases ?? '');
    const pressed = parent && (await pressOrder(db, deps, { actor: call.actor, caseId: parent.caseId, now: call.now }));
    if (!pressed) orphans.push(one);
    else {
      await keepSources(db, call, [{ good, caseId: parent.caseId }]);
      await keepCallers([{ good, caseId: parent.caseId }]);
      taken.push({ row: good.row, outcome: 'chased', caseId: parent.caseId });
    }
  }
  // What it presses is closed or was never here: then it is a matter of its own, and nobody is lost.
  await begin(orphans);
  return { taken, bad };

  async function begin(orders: readonly ReadyRow[]): Promise<void> {
    const prepared: { good: GoodRow; ready: PreparedOrder; caseId: string }[] = [];
    for (const one of orders) {
      if ('problems' in one) bad.push({ row: one.good.row, problems: one.problems });
      else if (one.ready) prepared.push({ good: one.good, ready: one.ready, caseId: one.ready.caseId });
    }
    const ours = await keepSources(db, call, prepared);
    const mine = prepared.filter(({ good }) => ours.has(good.read.order.externalId));
    const numbers = await writeOrders(
      db,
      mine.map(({ ready }) => ready),
    );
    const written = mine.filter(({ caseId }) => numbers.has(caseId));
    await keepCallers(written);
    for (const { good, caseId } of prepared)
      taken.push({ row: good.row, outcome: numbers.has(caseId) ? 'added' : 'same', caseId });
  }

  async function keepCallers(of: readonly { good: GoodRow; caseId: string }[]): Promise<void> {
    const callers = of.flatMap(({ good: { read }, caseId }) =>
      read.caller
        ? [
            {
              ...read.caller,
              caseId,
              orderNumber: read.order.externalId,
              calledAt: new Date(read.order.reportedAt),
              addedBy: call.actor.accountId,
            },
          ]
        : [],
    );
    await insertCallers(db, deps.crypto, callers);
  }
}

const repeated = (firstLine: number): RowProblem => ({ heading: '', code: 'number-repeated', params: { firstLine } });

/** The gate: of two who bring the same number at once, one waits and then finds it known. Answers the numbers that are ours. */
async function keepSources(
  db: Db,
  call: TakeCall,
  of: readonly { good: GoodRow; caseId: string }[],
): Promise<ReadonlySet<string>> {
  if (of.length === 0) return new Set();
  const rows = of.map(({ good, caseId }) => ({
    external_id: good.read.order.externalId,
    case_id: caseId,
    hash: `\\x${good.hash.toString('hex')}`,
  }));
  const { rows: kept } = await sql<{
    external_id: string;
  }>`insert into case_source (site_id, system, external_id, case_id, hash, run_id, at)
    select ${call.site.id}, ${call.system}, r.external_id, r.case_id, r.hash, ${call.runId}, ${call.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(external_id text, case_id uuid, hash bytea) order by r.external_id
    on conflict do nothing returning external_id`.execute(db);
  return new Set(kept.map((row) => row.external_id));
}
