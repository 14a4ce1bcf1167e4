import type { AreaView } from '@linli/contract';
import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCheckAreas } from '../../../features/places/check-areas.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import type { Problem } from './problem.ts';
import { ProblemList } from './problem-list.tsx';

export type CheckPanelProps = {
  readonly area: AreaView;
  readonly problems: readonly Problem[];
  readonly onProblems: (problems: readonly Problem[]) => void;
};

/** Overlaps and gaps among the parts of an area (of its parent, for an area without parts). */
export function CheckPanel({ area, problems, onProblems }: CheckPanelProps) {
  const { t } = useTranslation('places');
  const parentId = area.level >= 4 ? (area.parentId ?? area.id) : area.id;
  const { data, error, isPending, refetch } = useCheckAreas({ parentId }, { staleTimeMs: 0 });
  useEffect(() => {
    if (data !== undefined) onProblems(data.problems);
  }, [data, onProblems]);
  if (isPending) return <Skeleton rows={3} />;
  if (error !== null) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p>{t('check.checked', { count: data.children })}</p>
      {data.problems.length === 0 ? <Alert type="success" showIcon title={t('check.fine')} /> : null}
      <ProblemList problems={problems} />
    </>
  );
}
