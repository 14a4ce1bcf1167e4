import type { OutboxItem } from '@linli/client';
import type { CaseDetail, CaseSummary } from '@linli/contract';
import { dueState } from '../../ui/due-state.ts';
import { type ExpectedTask, expectTask, isOnItsWay } from '../outbox/expect-task.ts';
import { metresBetween } from '../places/metres-between.ts';

export interface TasksAnswer {
  readonly mine: readonly CaseDetail[];
  readonly pool: readonly CaseSummary[];
  readonly checks: readonly CaseSummary[];
}

/** A row; `metres` is null where either place is unknown. */
export interface TaskRow<T extends CaseSummary = CaseSummary> {
  readonly task: T;
  readonly metres: number | null;
  readonly waiting: readonly OutboxItem[];
  readonly refused: readonly OutboxItem[];
}

export interface TaskSections {
  /** Late, due within the hour or in the last fifth of the time, urgent, or asked for by a leader: by deadline. */
  readonly soon: readonly TaskRow<CaseDetail>[];
  /** The rest: nearest first, by deadline where the distance is unknown. */
  readonly others: readonly TaskRow<CaseDetail>[];
  /** Standing still by approval. */
  readonly suspended: readonly TaskRow<CaseDetail>[];
  readonly pool: readonly TaskRow[];
  readonly checks: readonly TaskRow[];
  /** Done or returned by me, not yet at the server. */
  readonly leaving: readonly TaskRow<CaseDetail>[];
}

export interface SortContext {
  readonly items: readonly OutboxItem[];
  readonly fetchedAt: string | undefined;
  readonly now: Date;
  readonly here: { readonly lng: number; readonly lat: number } | null;
}

/** A day's work in the order to do it. */
export function sortTasks(answer: TasksAnswer, context: SortContext): TaskSections {
  const expected = answer.mine.map((task) => expectTask(task, context.items, context.fetchedAt));
  const staying = expected.filter((each) => !each.leaves);
  const toRow = (each: ExpectedTask): TaskRow<CaseDetail> => ({ ...each, metres: metresTo(each.task, context) });
  const active = staying.filter((each) => each.task.state !== 'suspended');
  const isSoon = (each: ExpectedTask) => needsSoon(each.task, context.now);
  return {
    soon: active.filter(isSoon).map(toRow).sort(byDue),
    others: active
      .filter((each) => !isSoon(each))
      .map(toRow)
      .sort(byDistance),
    suspended: staying
      .filter((each) => each.task.state === 'suspended')
      .map(toRow)
      .sort(byDue),
    pool: summaryRows(answer.pool, context).sort(byDistance),
    checks: summaryRows(answer.checks, context)
      .filter((row) => !row.waiting.some((item) => item.operation === 'check-case'))
      .sort(byDistance),
    leaving: expected.filter((each) => each.leaves).map(toRow),
  };
}

/** When the clock shown on a row began: of a whole case the clock itself, of a row only the report is known. */
export function dueStart(task: CaseSummary | CaseDetail): string {
  const clock = 'clocks' in task ? task.clocks.find((each) => each.name === task.due?.clock) : undefined;
  return clock?.startedAt ?? task.reportedAt;
}

const soonMs = 3_600_000;

function needsSoon(task: CaseDetail, now: Date): boolean {
  if (task.urgent || task.supervised) return true;
  if (task.due === null) return false;
  const dueAt = new Date(task.due.at);
  if (dueAt.getTime() - now.getTime() < soonMs) return true;
  const { tone } = dueState({ startedAt: new Date(dueStart(task)), dueAt, now });
  return tone === 'bad' || tone === 'caution';
}

function summaryRows(tasks: readonly CaseSummary[], context: SortContext): TaskRow[] {
  return tasks.map((task) => {
    const own = context.items.filter((item) => item.lane === task.id);
    return {
      task,
      metres: metresTo(task, context),
      waiting: own.filter((item) => isOnItsWay(item, context.fetchedAt)),
      refused: own.filter((item) => item.state === 'refused'),
    };
  });
}

function metresTo({ place }: CaseSummary, { here }: SortContext): number | null {
  if (here === null || place.lng === null || place.lat === null) return null;
  return metresBetween(here, { lng: place.lng, lat: place.lat });
}

function byDue(a: TaskRow, b: TaskRow): number {
  const [left, right] = [a.task.due?.at ?? '9999', b.task.due?.at ?? '9999'];
  return left < right ? -1 : Number(left > right);
}

function byDistance(a: TaskRow, b: TaskRow): number {
  if (a.metres !== null && b.metres !== null) return a.metres - b.metres;
  if (a.metres === null && b.metres === null) return byDue(a, b);
  return a.metres === null ? 1 : -1;
}
