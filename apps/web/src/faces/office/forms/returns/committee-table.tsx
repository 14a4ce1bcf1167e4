import type { listReturns, OutputOf } from '@linli/contract';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { FillBar } from '../fill-bar.tsx';
import styles from '../forms.module.css';

type Committee = OutputOf<typeof listReturns>['committees'][number];

/** Timeliness and completeness by committee, in the order of the street: no ranking. */
export function CommitteeTable({ committees }: { readonly committees: readonly Committee[] }) {
  const { t } = useTranslation('forms');
  if (committees.length < 2) return null;
  const columns: TableColumnsType<Committee> = [
    { key: 'name', title: t('column.committee'), dataIndex: 'name' },
    { key: 'returns', title: t('column.returns'), width: 110, align: 'end', dataIndex: 'returns' },
    { key: 'given', title: t('column.givenCount'), width: 110, align: 'end', dataIndex: 'given' },
    {
      key: 'late',
      title: t('column.lateCount'),
      width: 110,
      align: 'end',
      render: (_, row) => <span className={row.late > 0 ? styles.bad : undefined}>{row.late}</span>,
    },
    { key: 'missing', title: t('column.missing'), width: 110, align: 'end', dataIndex: 'missing' },
    { key: 'filled', title: t('column.filled'), width: 220, render: (_, row) => <FillBar percent={row.percent} /> },
  ];
  return (
    <section className={styles.section} aria-label={t('returns.committees')}>
      <h2>{t('returns.committees')}</h2>
      <Table<Committee>
        size="small"
        rowKey="areaId"
        columns={columns}
        dataSource={[...committees]}
        pagination={false}
      />
    </section>
  );
}
