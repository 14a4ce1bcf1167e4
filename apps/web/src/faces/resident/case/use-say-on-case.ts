import { ApiError, OfflineError } from '@linli/client';
import { useRef, useState } from 'react';
import { useCheckCase } from '../../../features/cases/check-case.ts';
import { useNoteCase } from '../../../features/cases/note-case.ts';
import { useObjectToDecline } from '../../../features/cases/object-to-decline.ts';
import { useReopenCase } from '../../../features/cases/reopen-case.ts';
import { useClient } from '../../../features/client-context.tsx';
import type { CallError } from '../../../features/operation-hooks.ts';
import type { PreparedPhoto } from '../../../ui/shrink-photo.ts';

/** What a resident can say in words on a case. */
export type WordsAction = 'note' | 'reopen' | 'object' | 'check-fail';

export interface SayOnCase {
  /** Sends photos first, then the words; true when the server has them. Sent again, nothing is done twice. */
  readonly send: (words: string, photos: readonly PreparedPhoto[]) => Promise<boolean>;
  readonly isPending: boolean;
  readonly error: CallError | null;
}

/** Says something on a case, by the operation that belongs to the action. */
export function useSayOnCase(action: WordsAction, caseId: string): SayOnCase {
  const client = useClient();
  const note = useNoteCase();
  const reopen = useReopenCase();
  const object = useObjectToDecline();
  const check = useCheckCase();
  const hashes = useRef(new Map<string, string>());
  const isSending = useRef(false);
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<CallError | null>(null);

  async function upload(photos: readonly PreparedPhoto[]): Promise<string[]> {
    for (const { id, blob } of photos) {
      if (!hashes.current.has(id)) hashes.current.set(id, (await client.uploadFile(blob)).hash);
    }
    return photos.flatMap(({ id }) => hashes.current.get(id) ?? []);
  }

  async function say(words: string, photos: string[]): Promise<unknown> {
    if (action === 'note') return note.mutateAsync({ caseId, words, photos });
    if (action === 'reopen') return reopen.mutateAsync({ caseId, words, photos });
    if (action === 'object') return object.mutateAsync({ caseId, words });
    return check.mutateAsync({ caseId, pass: false, words, photos });
  }

  async function send(words: string, photos: readonly PreparedPhoto[]): Promise<boolean> {
    if (isSending.current) return false;
    isSending.current = true;
    setIsPending(true);
    setError(null);
    try {
      await say(words, await upload(photos));
      return true;
    } catch (cause) {
      if (!(cause instanceof ApiError || cause instanceof OfflineError)) throw cause;
      setError(cause);
      return false;
    } finally {
      isSending.current = false;
      setIsPending(false);
    }
  }

  return { send, isPending, error };
}
