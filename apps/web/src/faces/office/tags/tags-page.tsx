import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountByTags } from '../../../features/tags/count-by-tags.ts';
import { useListTags } from '../../../features/tags/list-tags.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { useMay } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { CountMap, CountTable, useCountWords } from './count-view.tsx';
import { ExportsPanel } from './exports-panel.tsx';
import { PeopleList } from './people-list.tsx';
import { emptyQuestion, expressionOf, type Question } from './question.ts';
import { QuestionForm } from './question-form.tsx';
import { TagCatalogue } from './tag-catalogue.tsx';
import styles from './tags-page.module.css';
import { ViewsBar } from './views-bar.tsx';

/** Any mix of tags: how many, where, and who. */
export function TagsPage() {
  const { t } = useTranslation(['tags', 'office']);
  const mayCount = useMay('tags:read');
  const mayExport = useMay('tags:export');
  const mayList = useMay('registers:read');
  const [question, setQuestion] = useState<Question>(emptyQuestion);
  const [tab, setTab] = useState('table');
  const [areaId, setAreaId] = useState<string | null>(null);
  const list = useListTags({}, { staleTimeMs: 60_000, enabled: mayCount });
  const tags = list.data?.tags ?? [];
  const expression = expressionOf(question);
  const change = (next: Question) => {
    setAreaId(null);
    setQuestion(next);
  };
  const open = (id: string) => {
    setAreaId(id);
    setTab('list');
  };
  const panel = (view: 'table' | 'map') => <CountPanel question={question} view={view} onOpen={open} />;
  const items = [
    { key: 'table', label: t('tags:tabs.table'), children: panel('table') },
    { key: 'map', label: t('tags:tabs.map'), children: panel('map') },
    ...(mayList
      ? [
          {
            key: 'list',
            label: t('tags:tabs.list'),
            children:
              expression === null ? (
                <Empty title={t('tags:emptyTitle')} body={t('tags:emptyBody')} />
              ) : (
                <PeopleList
                  key={JSON.stringify([expression, areaId])}
                  expression={expression}
                  noun={question.noun}
                  areaId={areaId}
                  tags={tags}
                />
              ),
          },
        ]
      : []),
    { key: 'catalogue', label: t('tags:tabs.catalogue'), children: <TagCatalogue tags={tags} /> },
  ].filter(() => mayCount);
  const exports = {
    key: 'exports',
    label: t('tags:tabs.exports'),
    children: <ExportsPanel expression={expression} noun={question.noun} />,
  };
  return (
    <PageFrame title={t('office:nav.tags')} explains={t('tags:note')}>
      {list.isPending && mayCount ? <Skeleton rows={4} /> : null}
      {list.error !== null && list.data === undefined ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {mayCount ? (
        <>
          <QuestionForm question={question} tags={tags} onChange={change} />
          <ViewsBar question={question} expression={expression} onOpen={change} />
        </>
      ) : null}
      <Tabs
        activeKey={mayCount ? tab : 'exports'}
        onChange={setTab}
        destroyOnHidden
        items={mayExport ? [...items, exports] : items}
      />
    </PageFrame>
  );
}

function CountPanel(props: {
  readonly question: Question;
  readonly view: 'table' | 'map';
  readonly onOpen: (areaId: string) => void;
}) {
  const { question, view, onOpen } = props;
  const { t } = useTranslation('tags');
  const words = useCountWords();
  const expression = expressionOf(question);
  const { data, error, isPending, refetch } = useCountByTags(
    { expression: expression ?? { age: {} }, noun: question.noun, level: question.level },
    { enabled: expression !== null, keepPrevious: true },
  );
  if (expression === null) return <Empty title={t('emptyTitle')} body={t('emptyBody')} />;
  if (isPending) return <Skeleton rows={8} />;
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <div className={styles.stack}>
      <p aria-live="polite">
        <strong className={styles.total}>{words(data.total)}</strong>
        <span className={styles.note}>
          {data.sensitive && !data.areas.some(({ opens }) => opens) ? t('sensitiveNote') : t('totalNote')}
        </span>
      </p>
      {data.total === 0 ? <Empty title={t('nobodyTitle')} body={t('nobodyBody')} /> : null}
      {data.areas.some(({ count }) => typeof count !== 'number') ? (
        <p className={styles.note}>{t('hiddenNote')}</p>
      ) : null}
      {data.total !== 0 && view === 'table' ? <CountTable counts={data} onOpen={onOpen} /> : null}
      {view === 'map' ? <CountMap counts={data} level={question.level} onOpen={onOpen} /> : null}
    </div>
  );
}
