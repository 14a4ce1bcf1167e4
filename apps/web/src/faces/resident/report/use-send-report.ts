import { createRequestId } from '@linli/client';
import type { CaseTypeDefinition } from '@linli/domain';
import { useRef, useState } from 'react';
import { useReportCase } from '../../../features/cases/report-case.ts';
import { useClient } from '../../../features/client-context.tsx';
import type { ReportDraft } from './report-draft.ts';
import { type Sending, type SentReport, sendReport } from './send-report.ts';

/** `sendReport` for a page: one sending at a time, with how far it is. */
export function useSendReport(keep: (patch: Partial<ReportDraft>) => void) {
  const client = useClient();
  const { mutateAsync } = useReportCase();
  const isSending = useRef(false);
  const [sending, setSending] = useState<Sending>({ state: 'idle' });

  async function send(draft: ReportDraft, type: CaseTypeDefinition): Promise<SentReport | 'arrived-before' | null> {
    if (isSending.current) return null;
    isSending.current = true;
    try {
      return await sendReport(draft, type, {
        upload: (blob) => client.uploadFile(blob),
        report: mutateAsync,
        keep,
        tell: setSending,
        newRequestId: createRequestId,
      });
    } finally {
      isSending.current = false;
    }
  }

  return { sending, send };
}
