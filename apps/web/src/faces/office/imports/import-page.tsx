import { Link, useParams } from '@tanstack/react-router';
import { Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetImport } from '../../../features/imports/get-import.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { ImportProblems } from './import-problems.tsx';
import { MadeCases } from './made-cases.tsx';
import { MappingPanel } from './mapping-panel.tsx';
import { ResultLinks } from './result-links.tsx';
import { RunPanel } from './run-panel.tsx';

const busyRefetchMs = 1000;
const steps = ['map', 'check', 'run', 'result'] as const;
const stepOf = { uploaded: 0, checking: 1, checked: 1, running: 2, paused: 2, cancelled: 2, done: 3 } as const;

/** One import from the columns to the results; follows the worker live while it runs. */
export function ImportPage() {
  const { t } = useTranslation('imports');
  const { importId } = useParams({ strict: false });
  const [busy, setBusy] = useState(false);
  const { data, error, refetch } = useGetImport(
    { importId: importId ?? '' },
    { refetchIntervalMs: busy ? busyRefetchMs : 30_000 },
  );
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  const { run } = data;
  const isBusy = run.state === 'checking' || run.state === 'running';
  if (isBusy !== busy) setBusy(isBusy);
  return (
    <PageFrame
      title={run.fileName === '' ? t('title') : run.fileName}
      back={<Link to="/imports">{t('back')}</Link>}
      explains={[t(`kind.${run.kind}`), run.areaName, t(`states.${run.state}`), run.encoding, run.mappingName]
        .filter((word) => word)
        .join(' · ')}
    >
      <Steps
        size="small"
        current={stepOf[run.state]}
        items={steps.map((step) => ({
          title: t(step === 'result' && run.kind !== 'orders' ? 'states.done' : `step.${step}`),
        }))}
      />
      {run.state === 'uploaded' ? null : <RunPanel run={run} late={data.late} />}
      {run.state === 'done' && run.kind === 'orders' ? <ResultLinks importId={run.id} /> : null}
      <MadeCases cases={data.cases} />
      <ImportProblems data={data} />
      {run.state === 'uploaded' || run.state === 'checked' ? <MappingPanel key={run.id} data={data} /> : null}
      {run.state === 'uploaded' ? <RunPanel run={run} late={data.late} /> : null}
    </PageFrame>
  );
}
