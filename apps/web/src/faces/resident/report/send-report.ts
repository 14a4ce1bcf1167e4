import { ApiError, type CallOutput, isWorthRetrying, OfflineError, type UploadedFile } from '@linli/client';
import type { reportCase } from '@linli/contract';
import type { CaseTypeDefinition } from '@linli/domain';
import type { CallError } from '../../../features/operation-hooks.ts';
import type { ReportDraft } from './report-draft.ts';
import { type ReportInput, reportInput } from './report-input.ts';

export type SentReport = CallOutput<typeof reportCase>;
export type Sending =
  | { readonly state: 'idle' }
  | { readonly state: 'photos'; readonly done: number; readonly total: number }
  | { readonly state: 'report' }
  | { readonly state: 'failed'; readonly error: CallError };

export interface SendReportDeps {
  readonly upload: (blob: Blob) => Promise<Pick<UploadedFile, 'hash'>>;
  readonly report: (input: ReportInput) => Promise<SentReport>;
  /** Keeps a change of the draft on the phone. */
  readonly keep: (patch: Partial<ReportDraft>) => void;
  readonly tell: (sending: Sending) => void;
  readonly newRequestId: () => string;
}

/**
 * Sends a draft: photos one by one (each once), then the report. Until the server has answered, the draft keeps the
 * report's `requestId`, so that a lost answer, a reload or a second press still makes one report.
 * Answers null when it was not sent; `arrived-before` when an earlier, different try had arrived and its answer got lost.
 */
export async function sendReport(
  draft: ReportDraft,
  type: CaseTypeDefinition,
  deps: SendReportDeps,
): Promise<SentReport | 'arrived-before' | null> {
  try {
    const photos = await uploadPhotos(draft, deps);
    deps.tell({ state: 'report' });
    const requestId = draft.requestId ?? deps.newRequestId();
    deps.keep({ requestId });
    const sent = await deps.report({ requestId, ...reportInput(draft, type, photos) });
    deps.tell({ state: 'idle' });
    return sent;
  } catch (error) {
    if (!(error instanceof ApiError || error instanceof OfflineError)) throw error;
    if (error instanceof ApiError && error.code === 'request-id-reused') return 'arrived-before';
    // Refused: nothing was made, so the mended report is a new one. Its photos may be what is no longer there.
    if (!isWorthRetrying(error)) deps.keep({ requestId: null, hashes: {} });
    deps.tell({ state: 'failed', error });
    return null;
  }
}

async function uploadPhotos(draft: ReportDraft, { upload, keep, tell }: SendReportDeps): Promise<string[]> {
  const hashes = { ...draft.hashes };
  const waiting = draft.photos.filter(({ id }) => hashes[id] === undefined);
  for (const [done, photo] of waiting.entries()) {
    tell({ state: 'photos', done, total: waiting.length });
    hashes[photo.id] = (await upload(photo.blob)).hash;
    keep({ hashes: { ...hashes } });
  }
  return draft.photos.flatMap(({ id }) => hashes[id] ?? []);
}
