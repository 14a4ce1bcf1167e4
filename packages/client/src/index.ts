export { backOffSeconds } from './back-off.ts';
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type UploadedFile,
} from './create-client.ts';
export { createRequestId } from './create-request-id.ts';
export { ApiError, isWorthRetrying, OfflineError } from './errors.ts';
export { fileUrl } from './file-url.ts';
export { type LiveFeed, type LiveOptions, type LiveState, openLive } from './open-live.ts';
export type {
  AnyOperation,
  CallInput,
  CallOutput,
  CommandOperation,
  QueryOperation,
} from './operation-types.ts';
export {
  createOutbox,
  type NewOutboxItem,
  type Outbox,
  type OutboxLock,
  type OutboxOptions,
} from './outbox/create-outbox.ts';
export { createMemoryStore } from './outbox/memory-store.ts';
export {
  type OutboxItem,
  type OutboxPhoto,
  type OutboxReason,
  type OutboxState,
  outboxStates,
  photoRef,
} from './outbox/outbox-item.ts';
export type { OutboxPhotoBytes, OutboxStore } from './outbox/outbox-store.ts';
export { createTabLock } from './outbox/tab-lock.ts';
