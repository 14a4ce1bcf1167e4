import { CalendarError, type HolidayTable } from '../time/calendar.ts';
import { deadlineFrom } from '../time/deadline.ts';
import type { CaseActionKind } from './case-state.ts';
import type { CaseTypeDefinition, ClockName, DispatchTarget } from './case-type.ts';
import { chooseTarget } from './choose-target.ts';
import { caseClocks } from './clocks.ts';
import { calendarFor } from './due-dates.ts';
import type { DispatchFacts } from './expression.ts';
import { FormValues, formProblems } from './form-problems.ts';

/** A case as it really went, for asking what other rules would have made of it. */
export type TrialCase = {
  readonly id: string;
  readonly facts: DispatchFacts;
  /** Photos sent with the report. */
  readonly photos: number;
  /** When each action happened first. */
  readonly moments: Partial<Record<CaseActionKind, Date>>;
  /** When it was over; null = still open. */
  readonly endedAt: Date | null;
  /** Never suspended, extended, returned, reworked or reopened: its deadlines can be computed again honestly. */
  readonly straight: boolean;
};

type Counted = { count: number; examples: string[] };
export type TrialMove = Counted & {
  readonly fromRule: string | null;
  readonly fromTarget: DispatchTarget;
  readonly toRule: string | null;
  readonly toTarget: DispatchTarget;
};
export type TrialClock = {
  readonly clock: ClockName;
  earlier: number;
  later: number;
  same: number;
  /** The clock runs in only one of the two. */
  added: number;
  dropped: number;
  overdueBefore: number;
  overdueAfter: number;
  /** Cases in time before that would now be late. */
  examples: string[];
};
export type TrialRefusal = Counted & { readonly field: string; readonly reason: string };
export type CaseTypeTrial = {
  readonly cases: number;
  readonly stayed: number;
  readonly moves: readonly TrialMove[];
  /** Rules of the new version whose condition failed on real answers and was passed over. */
  readonly failed: readonly { readonly ruleKey: string; readonly error: string; readonly count: number }[];
  readonly clocks: readonly TrialClock[];
  /** Left out of the deadlines: suspended, extended, returned, reworked, reopened, or a year without holidays. */
  readonly withoutClocks: number;
  readonly refusals: readonly TrialRefusal[];
  readonly refusedCases: number;
};

const mostExamples = 5;
const tried = [
  'first-contact',
  'accept',
  'dispatch',
  'take',
  'handle',
  'check',
  'total',
] as const satisfies readonly ClockName[];

/**
 * What `after` would have made of cases that ran under `before`: sent elsewhere, deadlines moved, reports its form would have
 * refused. Both versions are asked with the same facts; what people decided by hand later is not replayed. Pure.
 */
export function tryCaseType(
  cases: readonly TrialCase[],
  before: CaseTypeDefinition,
  after: CaseTypeDefinition,
  context: { readonly holidays: HolidayTable; readonly now: Date },
): CaseTypeTrial {
  const moves = new Map<string, TrialMove>();
  const failed = new Map<string, { ruleKey: string; error: string; count: number }>();
  const refusals = new Map<string, TrialRefusal>();
  const clocks = new Map<ClockName, TrialClock>();
  // Most edits touch one thing: what is the same in both is computed once.
  const sameRules = JSON.stringify(before.dispatch) === JSON.stringify(after.dispatch);
  const sameHours = JSON.stringify(before.serviceHours) === JSON.stringify(after.serviceHours);
  let stayed = 0;
  let refusedCases = 0;
  let withoutClocks = 0;
  for (const each of cases) {
    if (!countMove(each)) stayed++;
    if (countRefusals(each)) refusedCases++;
    if (!each.straight || !countClocks(each)) withoutClocks++;
  }
  return {
    cases: cases.length,
    stayed,
    moves: byCount(moves.values()),
    failed: byCount(failed.values()),
    clocks: [...clocks.values()].filter((c) => c.earlier + c.later + c.added + c.dropped + c.same > 0),
    withoutClocks,
    refusals: byCount(refusals.values()),
    refusedCases,
  };

  function countMove(each: TrialCase): boolean {
    const from = chooseTarget(before.dispatch, each.facts);
    const to = sameRules ? from : chooseTarget(after.dispatch, each.facts);
    for (const { ruleKey, error } of to.tried) {
      if (error === undefined) continue;
      const known = failed.get(ruleKey) ?? { ruleKey, error, count: 0 };
      known.count++;
      failed.set(ruleKey, known);
    }
    if (sameTarget(from.target, to.target)) return false;
    const key = JSON.stringify([from.ruleKey, from.target, to.ruleKey, to.target]);
    const move = moves.get(key) ?? {
      fromRule: from.ruleKey,
      fromTarget: from.target,
      toRule: to.ruleKey,
      toTarget: to.target,
      count: 0,
      examples: [],
    };
    count(move, each);
    moves.set(key, move);
    return true;
  }

  function countRefusals(each: TrialCase): boolean {
    const found = formFaults(after, each);
    if (each.photos < after.evidence.report) found.push({ field: '', reason: 'photos-missing' });
    if (after.needsPlace && each.facts.place.level === 1) found.push({ field: '', reason: 'place-missing' });
    for (const { field, reason } of found) {
      const refusal = refusals.get(`${field} ${reason}`) ?? { field, reason, count: 0, examples: [] };
      count(refusal, each);
      refusals.set(`${field} ${reason}`, refusal);
    }
    return found.length > 0;
  }

  function countClocks(each: TrialCase): boolean {
    try {
      const runs = tried.flatMap((clock) => {
        const run = runOf(clock, each, context.now);
        if (!run) return [];
        const was = dueIn(before, clock, run.from);
        return [{ clock, ...run, was, is: sameClock(clock) ? was : dueIn(after, clock, run.from) }];
      });
      for (const run of runs) countClock(each, run);
      return true;
    } catch (error) {
      if (error instanceof CalendarError) return false;
      throw error;
    }
  }

  function countClock(
    each: TrialCase,
    run: { clock: ClockName; until: Date; was: Date | null; is: Date | null },
  ): void {
    const { clock, until, was, is } = run;
    if (!was && !is) return;
    const row = clocks.get(clock) ?? emptyClock(clock);
    row[changeOf(was, is)]++;
    const lateBefore = was !== null && until >= was;
    const lateAfter = is !== null && until >= is;
    if (lateBefore) row.overdueBefore++;
    if (lateAfter) row.overdueAfter++;
    if (lateAfter && !lateBefore && row.examples.length < mostExamples) row.examples.push(each.id);
    clocks.set(clock, row);
  }

  function sameClock(clock: ClockName): boolean {
    const [was, is] = [before.deadlines[clock], after.deadlines[clock]];
    return sameHours && was?.value === is?.value && was?.unit === is?.unit;
  }

  function dueIn(type: CaseTypeDefinition, clock: ClockName, from: Date): Date | null {
    const limit = type.deadlines[clock];
    return limit ? deadlineFrom(from, limit, calendarFor(type, context.holidays)) : null;
  }
}

/** What the form refuses now; an answer to a field that is gone is simply not asked for any more. */
function formFaults(after: CaseTypeDefinition, each: TrialCase): { field: string; reason: string }[] {
  const values = FormValues.safeParse(each.facts.form);
  if (!values.success) return [];
  return formProblems(after.form, values.data).flatMap(({ key, code }) =>
    code === 'unknown' ? [] : [{ field: key, reason: code }],
  );
}

function sameTarget(a: DispatchTarget, b: DispatchTarget): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}

/** The first run of a clock: from when, and until it was stopped, the case was over, or now. Null when it never began. */
function runOf(clock: (typeof tried)[number], each: TrialCase, now: Date): { from: Date; until: Date } | null {
  const { starts, stops } = caseClocks[clock];
  const from = earliest(each, starts);
  if (!from) return null;
  const stopped = earliest(each, stops);
  // Handled without being sampled: nobody had to check.
  if (clock === 'check' && !stopped && each.endedAt) return null;
  return { from, until: stopped && stopped >= from ? stopped : (each.endedAt ?? now) };
}

function earliest(each: TrialCase, kinds: readonly CaseActionKind[]): Date | null {
  const found = kinds.flatMap((kind) => each.moments[kind] ?? []);
  return found.reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null);
}

function changeOf(was: Date | null, is: Date | null): 'earlier' | 'later' | 'same' | 'added' | 'dropped' {
  if (!was) return 'added';
  if (!is) return 'dropped';
  if (is.getTime() === was.getTime()) return 'same';
  return is < was ? 'earlier' : 'later';
}

function emptyClock(clock: ClockName): TrialClock {
  return {
    clock,
    earlier: 0,
    later: 0,
    same: 0,
    added: 0,
    dropped: 0,
    overdueBefore: 0,
    overdueAfter: 0,
    examples: [],
  };
}

function count(row: Counted, each: TrialCase): void {
  row.count++;
  if (row.examples.length < mostExamples) row.examples.push(each.id);
}

function byCount<T extends { count: number }>(rows: Iterable<T>): T[] {
  return [...rows].sort((a, b) => b.count - a.count);
}
