import type { FieldProblem } from '@linli/contract';

/** Why a send did not succeed, kept as it was told. `code` is one of the contract's error codes, or `offline`. */
export interface OutboxReason {
  code: string;
  message: string;
  params: Record<string, string | number>;
  /** The number to read out on the phone; empty when the server never answered. */
  id: string;
  at: string;
  /** What is wrong with single fields of the input. Items kept by an earlier version have none. */
  fields?: FieldProblem[];
}

export const outboxStates = ['waiting', 'sending', 'refused', 'done'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** A photo of an item. Its bytes lie beside the item in the store; `hash` is known once it is uploaded. */
export interface OutboxPhoto {
  key: string;
  contentType: string;
  bytes: number;
  hash: string | null;
}

/** One write that must reach the server exactly once. */
export interface OutboxItem {
  /** The command's `requestId`: a repeat with the same id has no second effect. */
  id: string;
  operation: string;
  /** The command's input; a photo not yet uploaded stands in it as `photoRef(key)`. */
  input: Record<string, unknown>;
  photos: OutboxPhoto[];
  /** Items of one lane (a case) are sent in the order they were put in, one after the other. */
  lane: string;
  /** Grows with each item put in. */
  position: number;
  createdAt: string;
  state: OutboxState;
  tries: number;
  /** Not before this instant, after a failure worth retrying. */
  nextTryAt: string | null;
  /** The last failure; of a refused item the reason of the refusal. */
  reason: OutboxReason | null;
  /** What the server answered when done. */
  answer: unknown;
  doneAt: string | null;
  /** For the people reading the list: where and what, in their words. */
  title: string;
}

const PREFIX = 'outbox-photo:';

/** What stands in an input for a photo that has no hash yet. */
export function photoRef(key: string): string {
  return `${PREFIX}${key}`;
}

/** The input with every reference replaced by its photo's hash. Throws when one is not uploaded: a defect of ours. */
export function withHashes(input: Record<string, unknown>, photos: readonly OutboxPhoto[]): Record<string, unknown> {
  const hashes = new Map(photos.map((photo) => [photoRef(photo.key), photo.hash]));
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith(PREFIX)) {
      const hash = hashes.get(value);
      if (!hash) throw new Error(`photo ${value} has no hash`);
      return hash;
    }
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replace(inner)]));
  };
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, replace(value)]));
}
