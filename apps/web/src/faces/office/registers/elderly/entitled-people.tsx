import type { listEntitled, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListEntitled } from '../../../../features/registers/list-entitled.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { dayWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import { PageKeys } from '../page-keys.tsx';
import type { ElderlySearch } from './elderly-search.ts';

type Row = OutputOf<typeof listEntitled>['people'][number];

/** The people behind a figure of a policy. */
export function EntitledPeople({
  search,
  policyCode,
}: {
  readonly search: ElderlySearch;
  readonly policyCode: string;
}) {
  const { t } = useTranslation('registers');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const after = keys.at(-1);
  const { data, error, isPending, refetch } = useListEntitled(
    {
      policyCode,
      served: search.served === true,
      ...(search.areaId === undefined ? {} : { areaId: search.areaId }),
      ...(after === undefined ? {} : { after }),
    },
    { keepPrevious: true },
  );
  if (isPending) return <Skeleton rows={6} />;
  if (data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data.people.length === 0) return <Empty title={t('elderly.nobody')} />;
  return (
    <>
      <Table<Row>
        size="small"
        rowKey={(row) => row.subject.id}
        pagination={false}
        dataSource={data.people}
        columns={[
          {
            key: 'name',
            title: t('column.name'),
            render: (_, row) => (
              <Link to="/registers/$subjectId" params={{ subjectId: row.subject.id }}>
                {row.subject.name}
              </Link>
            ),
          },
          { key: 'home', title: t('column.home'), render: (_, row) => row.subject.homeName },
          { key: 'area', title: t('column.area'), render: (_, row) => row.subject.areas.at(-1)?.name },
          { key: 'since', title: t('elderly.entitledSince'), render: (_, row) => dayWords(row.since, now, ui) },
        ]}
      />
      <PageKeys keys={keys} next={data.next} onKeys={setKeys} />
    </>
  );
}
