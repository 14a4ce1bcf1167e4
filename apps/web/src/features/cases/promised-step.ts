import type { CaseDetail, CaseSummary } from '@linli/contract';
import type { CaseState, LocalText } from '@linli/domain';

/** What runs out next as whoever waits for the case is told it: of a step the end of the whole, not of the part one unit has in it. */
export function nextDue({ due, clocks }: Pick<CaseDetail, 'due' | 'clocks'>, now: Date): CaseDetail['due'] {
  const step = clocks.find(({ name, stoppedAt }) => name === 'stage' && stoppedAt === null);
  if (due?.clock !== 'stage' || step === undefined) return due;
  return { clock: 'stage', at: step.dueAt, overdue: new Date(step.dueAt) <= now };
}

type Promised = Pick<CaseSummary, 'due' | 'promisedAt' | 'stage'> & Partial<Pick<CaseDetail, 'clocks'>>;

/** The step whose end is all that is promised now; null where the end of the whole case is. Kinds with a procedure may promise step by step. */
export function promisedStep({ due, promisedAt, stage, clocks = [] }: Promised): LocalText | null {
  const isNext = due?.clock === 'stage' && due.at === promisedAt;
  // A part of the task force may be due before the step as a whole is.
  const isRunning = clocks.some(
    ({ name, dueAt, stoppedAt }) => name === 'stage' && stoppedAt === null && dueAt === promisedAt,
  );
  return isNext || isRunning ? (stage?.name ?? null) : null;
}

const unkept: readonly CaseState[] = ['declined', 'merged', 'void'];

/** The day by which the whole case was promised; null where none was, or where it ended without being done and promises nothing any more. */
export function promisedDay({ promisedAt, state }: Pick<CaseSummary, 'promisedAt' | 'state'>): string | null {
  return unkept.includes(state) ? null : promisedAt;
}
