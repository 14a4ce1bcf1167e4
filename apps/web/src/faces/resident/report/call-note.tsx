import { useTranslation } from 'react-i18next';
import { useListCalls } from '../../../features/cases/list-calls.ts';
import { Button } from '../../../ui/button.tsx';
import parts from '../parts/parts.module.css';
import type { ReportDraft } from './report-draft.ts';

export type CallNoteProps = {
  readonly draft: ReportDraft;
  readonly change: (patch: Partial<ReportDraft>) => void;
};

/** Which themed call this answers, and the way out of it. */
export function CallNote({ draft, change }: CallNoteProps) {
  const { t } = useTranslation('resident');
  const { callId } = draft;
  const { data } = useListCalls({ open: true }, { enabled: callId !== null, staleTimeMs: 300_000 });
  const call = data?.calls.find(({ id }) => id === callId);
  if (callId === null || data === undefined) return null;
  return (
    <div className={parts.banner}>
      <span>{call === undefined ? t('suggest.callOver') : t('suggest.answering', { topic: call.topic })}</span>
      <Button kind="quiet" onClick={() => change({ callId: null })}>
        {t('suggest.notThis')}
      </Button>
    </div>
  );
}
