import { ApiError } from '@linli/client';
import { useTranslation } from 'react-i18next';
import { useGetCase } from '../../../features/cases/get-case.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { Watermark } from '../../../ui/watermark.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { CaseBody } from './case-body.tsx';
import { CaseHead } from './case-head.tsx';
import styles from './case-panel.module.css';

export type CasePanelProps = {
  readonly caseId: string;
  /** Beside a list: closes the panel. */
  readonly onClose?: () => void;
};

/** One case whole: who, what, where, until when, what happened and what can be done now. */
export function CasePanel({ caseId, onClose }: CasePanelProps) {
  const { t } = useTranslation('office');
  const { data, error, isPending, refetch } = useGetCase({ caseId });
  if (isPending) return <Skeleton rows={12} />;
  // A passing failure keeps what was there; a refusal does not.
  if (error !== null && (data === undefined || error instanceof ApiError)) {
    return <QueryProblem error={error} onRetry={() => void refetch()} refusedBody={t('case.refused')} />;
  }
  if (data === undefined) return null;
  return (
    <article className={styles.panel} aria-label={t('case.label', { number: data.number })}>
      <CaseHead key={data.id} detail={data} onClose={onClose} />
      <CaseBody detail={data} />
      <Watermark words={data.watermark} />
    </article>
  );
}
