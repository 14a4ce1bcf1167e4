import type { OutboxItem } from '@linli/client';
import type { CaseDetail } from '@linli/contract';
import type { CaseActionKind } from '@linli/domain';

/** A task as it will be once what waits in the outbox has arrived. */
export interface ExpectedTask {
  readonly task: CaseDetail;
  /** On its way, or arrived after the task was last fetched. */
  readonly waiting: readonly OutboxItem[];
  readonly refused: readonly OutboxItem[];
  /** Nothing is left for me to do when all arrives: done, returned or checked. */
  readonly leaves: boolean;
}

/** What a waiting command takes away from the buttons, and whether the task leaves my hands with it. */
const EFFECTS: Readonly<Record<string, { readonly hides: readonly CaseActionKind[]; readonly leaves?: true }>> = {
  'take-case': { hides: ['take'] },
  'handle-case': { hides: ['take', 'handle', 'return', 'ask-extension', 'ask-suspension', 'tick'], leaves: true },
  'return-case': { hides: ['take', 'handle', 'return', 'ask-extension', 'ask-suspension', 'tick'], leaves: true },
  'check-case': { hides: ['check-pass', 'check-fail'], leaves: true },
  'ask-extension': { hides: ['ask-extension', 'ask-suspension', 'ask-void'] },
  'ask-suspension': { hides: ['ask-extension', 'ask-suspension', 'ask-void'] },
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
  const hidden = new Set(waiting.flatMap((item) => EFFECTS[item.operation]?.hides ?? []));
  return {
    task: {
      ...task,
      ticked: waiting.reduce(tickedAfter, task.ticked),
      can: task.can.filter((kind) => !hidden.has(kind)),
    },
    waiting,
    refused: own.filter((item) => item.state === 'refused'),
    leaves: waiting.some((item) => EFFECTS[item.operation]?.leaves === true),
  };
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
