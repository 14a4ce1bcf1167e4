import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useElderMode } from '../../../ui/elder-mode.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import parts from '../parts/parts.module.css';
import { PhotoStep } from '../report/photo-step.tsx';
import { PlaceStep } from '../report/place-step.tsx';
import { ReportHead, type ReportStep } from '../report/report-head.tsx';
import type { SentReport } from '../report/send-report.ts';
import { SentView } from '../report/sent-view.tsx';
import { useReportDraft } from '../report/use-report-draft.ts';
import { WordsStep } from '../report/words-step.tsx';

/** Reporting in three steps: photo, place, words; in elder mode two, with the photo among the words. */
export function ReportPage() {
  const { t } = useTranslation('resident');
  const navigate = useNavigate();
  const elder = useElderMode() !== 'off';
  const { step, call, type } = useSearch({ strict: false });
  const { draft, change, finish, lastPlace, isKept } = useReportDraft();
  const [sent, setSent] = useState<SentReport | 'arrived-before' | null>(null);
  const current = stepOf(step, elder);
  const isReady = draft !== null;

  // A themed call is answered in its own kind; the reporter may still choose another.
  useEffect(() => {
    if (isReady && call !== undefined && type !== undefined) change({ callId: call, typeCode: type });
  }, [isReady, call, type, change]);

  function go(to: ReportStep): void {
    void navigate({ to: '/report', search: to === 'photo' ? {} : { step: to } });
  }

  if (sent !== null) {
    return (
      <SentView
        sent={sent}
        onAgain={() => {
          setSent(null);
          go(elder ? 'place' : 'photo');
        }}
      />
    );
  }
  if (draft === null) return <Skeleton />;
  return (
    <div className={parts.stack}>
      <ReportHead step={current} elder={elder} />
      {isKept ? null : <p role="status">{t('report.notKept')}</p>}
      {current === 'photo' ? <PhotoStep draft={draft} change={change} onNext={() => go('place')} /> : null}
      {current === 'place' ? (
        <PlaceStep draft={draft} change={change} lastPlace={lastPlace} onNext={() => go('words')} />
      ) : null}
      {current === 'words' ? (
        <WordsStep
          draft={draft}
          change={change}
          elder={elder}
          go={go}
          onSent={(answer) => {
            finish();
            setSent(answer);
          }}
        />
      ) : null}
    </div>
  );
}

function stepOf(asked: unknown, elder: boolean): ReportStep {
  if (asked === 'place' || asked === 'words') return asked;
  return elder ? 'place' : 'photo';
}
