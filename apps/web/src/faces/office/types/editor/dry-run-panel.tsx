import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTryCaseType } from '../../../../features/cases/try-case-type.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from './editor.module.css';
import { TrialView } from './trial-view.tsx';

export type DryRunPanelProps = {
  readonly code: string;
  readonly isDirty: boolean;
  readonly onSave: () => Promise<unknown>;
};

/** Asks what the draft would have made of last month's cases; a type nobody changed is tried as it is and left without a draft. */
export function DryRunPanel({ code, isDirty, onSave }: DryRunPanelProps) {
  const { t } = useTranslation('types');
  const [asked, setAsked] = useState(false);
  const isReady = asked && !isDirty;
  const { data, error, isFetching, refetch } = useTryCaseType({ code }, { enabled: isReady });
  async function run(): Promise<void> {
    if (isDirty) await onSave();
    else if (asked) void refetch();
    setAsked(true);
  }
  return (
    <div className={styles.preview}>
      <p>
        <Button loading={isFetching} onClick={() => void run()}>
          {t('trial.run')}
        </Button>
      </p>
      {isReady && isFetching && data === undefined ? <Skeleton rows={4} /> : null}
      {error !== null && isReady ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {isReady && data !== undefined && data.trial !== null ? <TrialView trial={data.trial} /> : null}
      {isReady && data !== undefined && data.trial === null ? (
        <p className={styles.bad}>{t('problems', { count: data.problems.length })}</p>
      ) : null}
      {isReady ? null : <Empty title={t('trial.askTitle')} body={t('trial.askBody')} />}
    </div>
  );
}
