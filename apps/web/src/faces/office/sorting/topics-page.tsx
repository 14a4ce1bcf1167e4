import type { CallOutput } from '@linli/client';
import { type listTopics, topicWeeks } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListTopics } from '../../../features/sorting/list-topics.ts';
import { Empty, Refused, Skeleton } from '../../../ui/state-views.tsx';
import { openNouns } from '../shell/nouns.ts';
import { useSession } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteClockOf } from '../words/site-time.ts';
import styles from './sorting.module.css';

type Topic = CallOutput<typeof listTopics>['topics'][number];
type Weeks = (typeof topicWeeks)[number];

const shownCases = 60;
const dayOf = (at: string) => siteClockOf(at).slice(0, 10);

/** What many speak of, the hottest first, so that a street sees it before the fiftieth complaint; each opens to its cases. */
export function TopicsPage() {
  const { t } = useTranslation('sorting');
  const { permissions } = useSession();
  const may = openNouns(permissions).includes('topics');
  const [weeks, setWeeks] = useState<Weeks>(4);
  const { data, error, isPending, refetch } = useListTopics({ weeks }, { enabled: may, keepPrevious: true });
  if (!may) return <Refused />;
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <h1>{t('topics.title')}</h1>
        <Segmented<Weeks>
          aria-label={t('topics.window')}
          value={weeks}
          onChange={setWeeks}
          options={topicWeeks.map((each) => ({ value: each, label: t('topics.weeks', { count: each }) }))}
        />
      </header>
      <p className={styles.note}>{t('topics.explains')}</p>
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <p className={styles.note}>
            {data.computedAt === null
              ? t('topics.never')
              : t('topics.computed', { at: siteClockOf(data.computedAt).replace('T', ' ') })}
          </p>
          {data.topics.length === 0 ? (
            <Empty title={t('topics.emptyTitle')} body={t('topics.emptyBody')} />
          ) : (
            <TopicTable topics={data.topics} />
          )}
        </>
      )}
    </div>
  );
}

function TopicTable({ topics }: { readonly topics: readonly Topic[] }) {
  const { t } = useTranslation('sorting');
  return (
    <Table<Topic>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...topics]}
      expandable={{
        expandedRowRender: (topic) => <TopicCases topic={topic} />,
        expandIcon: ({ expanded, onExpand, record }) => (
          <button
            type="button"
            aria-expanded={expanded}
            aria-label={t(expanded ? 'topics.hide' : 'topics.show', { title: record.title })}
            onClick={(event) => onExpand(record, event)}
          >
            {expanded ? '−' : '+'}
          </button>
        ),
      }}
      columns={[
        { key: 'heat', title: t('topics.heat'), align: 'right', render: (_, topic) => topic.heat.toFixed(1) },
        { key: 'what', title: t('topics.what'), dataIndex: 'title' },
        { key: 'places', title: t('topics.places'), render: (_, topic) => topic.placeWords.join('、') },
        { key: 'size', title: t('topics.size'), align: 'right', dataIndex: 'size' },
        { key: 'open', title: t('topics.open'), align: 'right', dataIndex: 'open' },
        { key: 'from', title: t('topics.from'), render: (_, topic) => dayOf(topic.firstAt) },
        { key: 'to', title: t('topics.to'), render: (_, topic) => dayOf(topic.latestAt) },
      ]}
    />
  );
}

function TopicCases({ topic }: { readonly topic: Topic }) {
  const { t } = useTranslation('sorting');
  return (
    <ul className={styles.cases}>
      {topic.caseIds.slice(0, shownCases).map((caseId, at) => (
        <li key={caseId}>
          <Link to="/cases/$caseId" params={{ caseId }}>
            {t('topics.case', { n: at + 1 })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
