import { type CallInput, type CommandOperation, type Outbox, photoRef } from '@linli/client';
import type { PreparedPhoto } from '../../ui/shrink-photo.ts';

export interface QueuedCommand<O extends CommandOperation> {
  readonly operation: O;
  /** Photos stand in it as `photoRef(photo.id)`. No `seq`: an earlier waiting command moves it on. */
  readonly input: Omit<CallInput<O>, 'requestId' | 'seq'>;
  /** The case, or the home of an entry in the registers; left out for something new. */
  readonly caseId?: string;
  /** What the list of the outbox calls it. */
  readonly title: string;
  readonly photos?: readonly PreparedPhoto[];
}

/** Puts a command of the contract into the outbox; resolves when it is safely kept on the phone. */
export function queueCommand<O extends CommandOperation>(outbox: Outbox, command: QueuedCommand<O>): Promise<string> {
  return outbox.put({
    operation: command.operation.name,
    input: { ...command.input },
    title: command.title,
    ...(command.caseId === undefined ? {} : { lane: command.caseId }),
    photos: (command.photos ?? []).map(({ id, blob }) => ({ key: id, blob })),
  });
}

/** How the photos of a form stand in an input. */
export function photoRefs(photos: readonly PreparedPhoto[]): string[] {
  return photos.map((photo) => photoRef(photo.id));
}
