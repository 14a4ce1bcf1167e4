import type { CareRow } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useListCare } from '../../../../features/registers/list-care.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { dayWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import { PageKeys } from '../page-keys.tsx';
import type { CareClass } from './care-figures.tsx';
import type { CareSearch } from './care-search.ts';

export type CarePeopleProps = { readonly careClass: CareClass; readonly search: CareSearch };

/** Who is in the class, or in one grade of it: the rows behind the figure. */
export function CarePeople({ careClass, search }: CarePeopleProps) {
  const { t } = useTranslation('registers');
  const { t: ui } = useTranslation('ui');
  const read = useReadText();
  const now = useNow();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const after = keys.at(-1);
  const { data, error, isPending, refetch } = useListCare(
    {
      classCode: careClass.code,
      ...(search.grade === undefined ? {} : { gradeCode: search.grade }),
      ...(search.areaId === undefined ? {} : { areaId: search.areaId }),
      ...(after === undefined ? {} : { after }),
    },
    { keepPrevious: true },
  );
  const grade = careClass.grades.find((one) => one.code === search.grade);
  return (
    <section>
      <h2>
        {[read(careClass.name), grade === undefined ? '' : read(grade.name)].filter((part) => part !== '').join(' · ')}
      </h2>
      {isPending ? <Skeleton rows={6} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.people.length === 0 ? <Empty title={t('care.nobody')} body={t('care.nobodyBody')} /> : null}
      {data === undefined || data.people.length === 0 ? null : (
        <Table<z.infer<typeof CareRow>>
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
            {
              key: 'grade',
              title: t('care.grade'),
              render: (_, row) => {
                const found = careClass.grades.find((one) => one.code === row.gradeCode);
                return found === undefined ? row.gradeCode : read(found.name);
              },
            },
            { key: 'home', title: t('column.home'), render: (_, row) => row.subject.homeName },
            { key: 'area', title: t('column.area'), render: (_, row) => row.subject.areas.at(-1)?.name },
            { key: 'since', title: t('care.since'), render: (_, row) => dayWords(row.enteredAt, now, ui) },
          ]}
        />
      )}
      <PageKeys keys={keys} next={data?.next ?? null} onKeys={setKeys} />
    </section>
  );
}
