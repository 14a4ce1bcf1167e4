import { backOffSeconds } from '../back-off.ts';
import { ApiError, isWorthRetrying, OfflineError } from '../errors.ts';
import { type OutboxItem, type OutboxReason, withHashes } from './outbox-item.ts';
import type { OutboxStore } from './outbox-store.ts';

/** The browser cleared its storage, or the disk is full: the bytes are gone, the words are kept. */
const PHOTO_LOST = 'photo-lost';
/** The server keeps a photo that is in nothing for two days: an older item uploads its photos again. */
const UPLOAD_TRUSTED_MS = 24 * 3600 * 1000;
const BACK_OFF = { firstSeconds: 2, maxSeconds: 600 };

export interface SendDependencies {
  store: OutboxStore;
  /** Calls the command by name with a full input; throws `ApiError` or `OfflineError`. */
  send: (operation: string, input: Record<string, unknown>) => Promise<unknown>;
  upload: (blob: Blob) => Promise<{ hash: string }>;
  /** Milliseconds since 1970. */
  now: () => number;
  random: () => number;
}

/** `later`: this item failed for now. `stop`: no item can get through (no network, or nobody is signed in). */
export type SendResult = 'done' | 'refused' | 'later' | 'discarded' | 'stop';

/** Sends one item: its photos first, each remembered as it arrives, then the command. Writes down how it ended. */
export async function sendItem(deps: SendDependencies, item: OutboxItem): Promise<SendResult> {
  const tries = item.tries + 1;
  if (!(await deps.store.change(item.id, { state: 'sending', tries }))) return 'discarded';
  const outcome = await attempt(deps, item);
  const at = new Date(deps.now()).toISOString();
  if ('answer' in outcome) {
    await deps.store.change(item.id, {
      state: 'done',
      reason: null,
      nextTryAt: null,
      doneAt: at,
      answer: outcome.answer,
    });
    return 'done';
  }
  const { failure } = outcome;
  const reason = reasonOf(failure, at);
  if (blocksEverything(failure)) {
    // It was never tried at the server: the next real failure must not wait as if it were the tenth.
    await deps.store.change(item.id, { state: 'waiting', tries: item.tries, reason, nextTryAt: null });
    return 'stop';
  }
  if (!isWorthRetrying(failure)) {
    await deps.store.change(item.id, { state: 'refused', reason, nextTryAt: null });
    return 'refused';
  }
  const seconds = Math.max(askedSeconds(failure), backOffSeconds(tries, BACK_OFF, deps.random));
  const nextTryAt = new Date(deps.now() + seconds * 1000).toISOString();
  await deps.store.change(item.id, { state: 'waiting', reason, nextTryAt });
  return 'later';
}

async function attempt(deps: SendDependencies, item: OutboxItem): Promise<{ answer: unknown } | { failure: unknown }> {
  const photos = item.photos.map((photo) => ({ ...photo }));
  const trusted = deps.now() - Date.parse(item.createdAt) < UPLOAD_TRUSTED_MS;
  for (const photo of photos) {
    if (photo.hash !== null && trusted) continue;
    const blob = await deps.store.findPhoto(item.id, photo.key);
    if (blob === undefined) return { failure: PHOTO_LOST };
    const uploaded = await outcomeOf(deps.upload(blob));
    if ('failure' in uploaded) return uploaded;
    photo.hash = uploaded.answer.hash;
    await deps.store.change(item.id, { photos: photos.map((one) => ({ ...one })) });
  }
  return outcomeOf(deps.send(item.operation, { ...withHashes(item.input, photos), requestId: item.id }));
}

/** Only failures of the call itself become outcomes; a store that breaks is thrown on and the item stays as it was. */
function outcomeOf<T>(call: Promise<T>): Promise<{ answer: T } | { failure: unknown }> {
  return call.then(
    (answer) => ({ answer }),
    (failure: unknown) => ({ failure }),
  );
}

function blocksEverything(failure: unknown): boolean {
  return failure instanceof OfflineError || (failure instanceof ApiError && failure.code === 'sign-in-needed');
}

function askedSeconds(failure: unknown): number {
  const seconds = failure instanceof ApiError ? failure.params.seconds : undefined;
  return typeof seconds === 'number' ? seconds : 0;
}

function reasonOf(failure: unknown, at: string): OutboxReason {
  if (failure instanceof ApiError) {
    const { code, message, params, id, fields } = failure;
    return { code, message, params, id, at, fields };
  }
  if (failure instanceof OfflineError) return { code: 'offline', message: '', params: {}, id: '', at };
  if (failure === PHOTO_LOST) return { code: PHOTO_LOST, message: '', params: {}, id: '', at };
  return {
    code: 'broken',
    message: failure instanceof Error ? failure.message : String(failure),
    params: {},
    id: '',
    at,
  };
}
