import { Drawer, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListFactHistory } from '../../../../features/registers/list-fact-history.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import { PageKeys } from '../page-keys.tsx';
import type { SubjectDetail } from './subject-detail.ts';

export type SubjectHistoryProps = {
  readonly detail: SubjectDetail;
  /** One field only; left out = all that the reader may see. */
  readonly field: string | undefined;
  readonly onClose: () => void;
};

/** Every value there was, newest first: from whom, since when, written down when, replaced when. */
export function SubjectHistory({ detail, field, onClose }: SubjectHistoryProps) {
  const { t } = useTranslation('registers');
  const { t: ui } = useTranslation('ui');
  const words = useFieldWords();
  const now = useNow();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const after = keys.at(-1);
  const { data, error, isPending, refetch } = useListFactHistory(
    {
      subjectId: detail.subject.id,
      ...(field === undefined ? {} : { field }),
      ...(after === undefined ? {} : { after }),
    },
    { keepPrevious: true },
  );
  const { noun } = detail.subject;
  return (
    <Drawer
      open
      size={820}
      onClose={onClose}
      title={field === undefined ? t('history.title') : t('history.of', { label: words.label(noun, field) })}
    >
      {isPending ? <Skeleton rows={6} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.facts.length === 0 ? <Empty title={t('history.none')} /> : null}
      {data === undefined || data.facts.length === 0 ? null : (
        <>
          <Table
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={data.facts}
            columns={[
              { key: 'field', title: t('history.field'), render: (_, fact) => words.label(noun, fact.field) },
              {
                key: 'value',
                title: t('history.value'),
                render: (_, fact) => words.value(noun, fact.field, fact.value),
              },
              { key: 'source', title: t('history.source'), render: (_, fact) => words.source(fact.source) },
              { key: 'since', title: t('history.since'), dataIndex: 'since' },
              {
                key: 'recorded',
                title: t('history.recorded'),
                render: (_, fact) =>
                  [instantWords(fact.recordedAt, now, ui), fact.recordedBy].filter((part) => part !== null).join(' · '),
              },
              {
                key: 'until',
                title: t('history.until'),
                render: (_, fact) =>
                  fact.supersededAt === null ? t('history.now') : instantWords(fact.supersededAt, now, ui),
              },
            ]}
          />
          <PageKeys keys={keys} next={data.next} onKeys={setKeys} />
        </>
      )}
    </Drawer>
  );
}
