import type { getHandFigures, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetHandFigures } from '../../../features/cases/get-hand-figures.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { dayWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { StateTag } from '../case/state-tag.tsx';
import { isPeriod, PeriodFields } from '../words/period-fields.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteToday } from '../words/site-time.ts';
import styles from './hands-page.module.css';

type Figures = OutputOf<typeof getHandFigures>;
type Asking = Figures['asking'][number];
type Project = Figures['projects'][number];

/** What departments asked of the grid in a period: refused as outside the list, offered, claimed. */
export function HandFigures() {
  const { t } = useTranslation('office');
  const [period, setPeriod] = useState(() => ({ from: siteToday(new Date(), -89), until: siteToday(new Date()) }));
  const { data, error, isPending, refetch } = useGetHandFigures(period, {
    enabled: isPeriod(period),
    keepPrevious: true,
  });
  return (
    <section aria-label={t('hands.figuresTitle')}>
      <header className={styles.head}>
        <h2>{t('hands.figuresTitle')}</h2>
        <PeriodFields value={period} onChange={setPeriod} />
      </header>
      {isPeriod(period) ? null : <p role="alert">{t('measures.badPeriod')}</p>}
      {isPending && isPeriod(period) ? <Skeleton rows={4} /> : null}
      {error === null ? null : <QueryProblem error={error} onRetry={() => void refetch()} />}
      {data === undefined || error !== null ? null : <FigureTables figures={data} />}
    </section>
  );
}

function FigureTables({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation('office');
  if (figures.asking.length === 0 && figures.projects.length === 0) return <p>{t('hands.noAsking')}</p>;
  const counts = ['asked', 'outside', 'refused', 'offered', 'claimed'] as const;
  const columns: TableColumnsType<Asking> = [
    { key: 'name', title: t('hands.asking'), render: (_, row) => row.name },
    ...counts.map((key) => ({
      key,
      title: t(key === 'refused' ? 'hands.refusedCount' : `hands.${key}`),
      width: 120,
      align: 'end' as const,
      render: (_: unknown, row: Asking) => row[key],
    })),
  ];
  return (
    <>
      <Table<Asking>
        size="small"
        rowKey="unitId"
        columns={columns}
        dataSource={[...figures.asking]}
        pagination={false}
      />
      <ProjectTable projects={figures.projects} />
      {figures.claiming.length === 0 ? null : (
        <p>
          {t('hands.claimingTitle')} {figures.claiming.map(({ name, claimed }) => `${name} ${claimed}`).join(' · ')}
        </p>
      )}
    </>
  );
}

function ProjectTable({ projects }: { readonly projects: readonly Project[] }) {
  const { t } = useTranslation('office');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  if (projects.length === 0) return null;
  const columns: TableColumnsType<Project> = [
    {
      key: 'title',
      title: t('hands.project'),
      render: (_, project) => (
        <Link to="/cases/$caseId" params={{ caseId: project.caseId }}>
          {project.title}
        </Link>
      ),
    },
    { key: 'state', title: '', width: 110, render: (_, project) => <StateTag state={project.state} /> },
    {
      key: 'offered',
      title: t('hands.offeredBy'),
      width: 200,
      render: (_, project) => project.offeredBy ?? t('hands.byDesk'),
    },
    {
      key: 'claimed',
      title: t('hands.claimedBy'),
      width: 200,
      render: (_, project) => project.claimedBy ?? t('hands.unclaimed'),
    },
    {
      key: 'since',
      title: t('hands.since'),
      width: 120,
      render: (_, project) => dayWords(project.reportedAt, now, ui),
    },
  ];
  return (
    <>
      <h3>{t('hands.projectsTitle')}</h3>
      <Table<Project> size="small" rowKey="caseId" columns={columns} dataSource={[...projects]} pagination={false} />
    </>
  );
}
