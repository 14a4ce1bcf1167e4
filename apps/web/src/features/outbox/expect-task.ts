import type { OutboxItem } from '@linli/client';
import type { CaseDetail } from '@linli/contract';
import type { CaseActionKind, CaseState } from '@linli/domain';
import { firstStageOf } from '../cases/stage-form.ts';

/** A task as it will be once what waits in the outbox has arrived. */
export interface ExpectedTask {
  readonly task: CaseDetail;
  /** On its way, or arrived after the task was last fetched. */
  readonly waiting: readonly OutboxItem[];
  readonly refused: readonly OutboxItem[];
  /** Nothing is left for me to do when all arrives: done, returned or checked. */
  readonly leaves: boolean;
}

interface Effect {
  readonly hides: readonly CaseActionKind[];
  readonly gives?: readonly CaseActionKind[];
  readonly state?: CaseState;
  readonly leaves?: true;
}

const ENDS = ['take', 'handle', 'return', 'ask-extension', 'ask-suspension', 'tick'] as const;
const ASKS = ['ask-extension', 'ask-suspension', 'ask-void'] as const;
const IN_HAND = ['handle', 'tick', 'note', 'ask-extension', 'ask-suspension'] as const;

/** What a waiting command does to the buttons. Taking gives what one does next: in a basement one takes and finishes. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  'take-case': { hides: ['take'], gives: IN_HAND, state: 'in-hand' },
  'advance-case': { hides: ['advance'] },
  'finish-part': { hides: ['finish-part'] },
  'handle-case': { hides: ENDS, state: 'handled', leaves: true },
  'return-case': { hides: ENDS, state: 'accepted', leaves: true },
  'check-case': { hides: ['check-pass', 'check-fail'], leaves: true },
  'ask-extension': { hides: ASKS },
  'ask-suspension': { hides: ASKS },
  'resume-case': { hides: ['resume'] },
};

/** `fetchedAt`: when the task was fetched, by this device's clock; a command done later is not in it yet. */
export function expectTask(
  task: CaseDetail,
  items: readonly OutboxItem[],
  fetchedAt: string | undefined,
): ExpectedTask {
  const own = items.filter((item) => item.lane === task.id);
  const waiting = own.filter((item) => isOnItsWay(item, fetchedAt));
  return {
    task: waiting.reduce(taskAfter, task),
    waiting,
    refused: own.filter((item) => item.state === 'refused'),
    leaves: waiting.some((item) => EFFECTS[item.operation]?.leaves === true),
  };
}

function taskAfter(before: CaseDetail, item: OutboxItem): CaseDetail {
  const effect = EFFECTS[item.operation];
  const ticked = tickedAfter(before.ticked, item);
  if (effect === undefined) return { ...before, ticked };
  const begins = item.operation === 'take-case' && before.type.stages.length > 0;
  const current = begins ? firstStageOf(before.type) : before.current;
  const gives = begins ? stagedGives(current !== null) : (effect.gives ?? []);
  const can = new Set([...before.can, ...gives]);
  for (const kind of effect.hides) can.delete(kind);
  return { ...before, ticked, current, can: [...can], state: effect.state ?? before.state };
}

/** With a procedure, handling is its last stage; the first one is what comes next where it is up to whoever takes it. */
function stagedGives(isMine: boolean): readonly CaseActionKind[] {
  const rest = IN_HAND.filter((kind) => kind !== 'handle');
  return isMine ? ['advance', ...rest] : rest;
}

/** Is the item not yet in what was fetched at that time? */
export function isOnItsWay(item: OutboxItem, fetchedAt: string | undefined): boolean {
  if (item.state === 'done') return item.doneAt !== null && fetchedAt !== undefined && item.doneAt > fetchedAt;
  return item.state === 'waiting' || item.state === 'sending';
}

function tickedAfter(before: string[], item: OutboxItem): string[] {
  const { ticked } = item.input;
  return Array.isArray(ticked) ? ticked.filter((key) => typeof key === 'string') : before;
}
