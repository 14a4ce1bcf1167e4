import { ApiError, type CallOutput, createRequestId, isWorthRetrying, OfflineError } from '@linli/client';
import type { reportCase } from '@linli/contract';
import type { CaseTypeDefinition } from '@linli/domain';
import { useRef, useState } from 'react';
import { useReportCase } from '../../../features/cases/report-case.ts';
import { useClient } from '../../../features/client-context.tsx';
import type { CallError } from '../../../features/operation-hooks.ts';
import type { ReportDraft } from './report-draft.ts';
import { reportInput } from './report-input.ts';

export type SentReport = CallOutput<typeof reportCase>;
export type Sending =
  | { readonly state: 'idle' }
  | { readonly state: 'photos'; readonly done: number; readonly total: number }
  | { readonly state: 'report' }
  | { readonly state: 'failed'; readonly error: CallError };

/**
 * Sends a draft: photos one by one (each once), then the report. Until the server has answered, the report keeps its
 * `requestId` in the draft, so that pressing twice, a reload, or a lost answer still makes one report.
 */
export function useSendReport(change: (patch: Partial<ReportDraft>) => void) {
  const client = useClient();
  const report = useReportCase();
  const isSending = useRef(false);
  const [sending, setSending] = useState<Sending>({ state: 'idle' });

  async function uploadPhotos(draft: ReportDraft): Promise<string[]> {
    const hashes = { ...draft.hashes };
    const waiting = draft.photos.filter(({ id }) => hashes[id] === undefined);
    for (const [done, photo] of waiting.entries()) {
      setSending({ state: 'photos', done, total: waiting.length });
      hashes[photo.id] = (await client.uploadFile(photo.blob)).hash;
      change({ hashes: { ...hashes } });
    }
    return draft.photos.flatMap(({ id }) => hashes[id] ?? []);
  }

  /** Null when it was not sent: `sending` says why. */
  async function send(draft: ReportDraft, type: CaseTypeDefinition): Promise<SentReport | 'arrived-before' | null> {
    if (isSending.current) return null;
    isSending.current = true;
    try {
      const photos = await uploadPhotos(draft);
      setSending({ state: 'report' });
      const requestId = draft.requestId ?? createRequestId();
      change({ requestId });
      const sent = await report.mutateAsync({ requestId, ...reportInput(draft, type, photos) });
      setSending({ state: 'idle' });
      return sent;
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof OfflineError)) throw error;
      if (error instanceof ApiError && error.code === 'request-id-reused') {
        // An earlier sending had arrived after all; its answer was lost on the way.
        return 'arrived-before';
      }
      // Refused: nothing was made, so the mended report is a new one.
      if (!isWorthRetrying(error)) change({ requestId: null });
      setSending({ state: 'failed', error });
      return null;
    } finally {
      isSending.current = false;
    }
  }

  return { sending, send };
}
