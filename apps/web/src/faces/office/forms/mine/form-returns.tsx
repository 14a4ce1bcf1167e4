import type { getForm, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayWords, instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { ReturnFill, RowCount } from '../return-counts.tsx';
import { ReturnStateTag } from '../return-state-tag.tsx';

type Return = OutputOf<typeof getForm>['returns'][number];

/** Where each committee stands with this form. */
export function FormReturns({ returns }: { readonly returns: readonly Return[] }) {
  const { t } = useTranslation(['forms', 'common']);
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const when = (at: string | null) => (at === null ? t('common:nothing') : instantWords(at, now, ui));
  const columns: TableColumnsType<Return> = [
    {
      key: 'area',
      title: t('forms:column.committee'),
      render: (_, row) => (
        <Link to="/forms/returns/$returnId" params={{ returnId: row.id }}>
          {row.areaName}
        </Link>
      ),
    },
    { key: 'due', title: t('forms:column.due'), width: 110, render: (_, row) => dayWords(row.dueOn, now, ui) },
    { key: 'rows', title: t('forms:column.rows'), width: 80, align: 'end', render: (_, row) => <RowCount row={row} /> },
    {
      key: 'filled',
      title: t('forms:column.filled'),
      width: 170,
      render: (_, row) => <ReturnFill row={row} />,
    },
    {
      key: 'missing',
      title: t('forms:column.missing'),
      width: 80,
      align: 'end',
      render: (_, row) => row.counts?.missing ?? t('forms:hidden.withheld'),
    },
    { key: 'given', title: t('forms:column.given'), width: 150, render: (_, row) => when(row.givenAt) },
    { key: 'pulled', title: t('forms:column.pulled'), width: 150, render: (_, row) => when(row.pulledAt) },
    {
      key: 'state',
      title: t('forms:column.state'),
      width: 150,
      render: (_, row) => <ReturnStateTag state={row.state} late={row.late} />,
    },
  ];
  return <Table<Return> size="small" rowKey="id" columns={columns} dataSource={[...returns]} pagination={false} />;
}
