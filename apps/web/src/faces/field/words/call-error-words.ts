import { ApiError } from '@linli/client';
import type { CallError } from '../../../features/operation-hooks.ts';

/** A failed call in words: the server's own, or that there is no network. */
export function callErrorWords(error: CallError, offlineWords: string): string {
  return error instanceof ApiError ? error.message : offlineWords;
}
