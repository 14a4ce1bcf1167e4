import type { listRisingPlaces, OutputOf } from '@linli/contract';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListRisingPlaces } from '../../../features/measures/list-rising-places.ts';
import { PageNote } from '../shell/page-frame.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { RowsLink } from './rows-link.tsx';

type Place = OutputOf<typeof listRisingPlaces>['places'][number];
export type RisingTableProps = { readonly group: string; readonly areaId: string | undefined };

/** Where far more of this heading is reported than usual: kinds and places, never people. */
export function RisingTable({ group, areaId }: RisingTableProps) {
  const { t } = useTranslation('procedures');
  const { data, error, refetch } = useListRisingPlaces({ group, ...(areaId === undefined ? {} : { areaId }) });
  const columns: TableColumnsType<Place> = [
    { key: 'place', title: t('place'), render: (_, place) => place.name },
    {
      key: 'count',
      title: t('thisWeek'),
      width: 150,
      align: 'end',
      render: (_, place) => <RowsLink rows={place.rows} count={place.count} />,
    },
    { key: 'usual', title: t('usualWeek'), width: 200, align: 'end', render: (_, place) => place.usual.toFixed(1) },
  ];
  return (
    <section aria-label={t('risingTitle')}>
      <h2>{t('risingTitle')}</h2>
      <PageNote>{t('risingNote')}</PageNote>
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.places.length === 0 ? <p>{t('noRising')}</p> : null}
      {data === undefined || data.places.length === 0 ? null : (
        <Table<Place> size="small" rowKey="areaId" columns={columns} dataSource={[...data.places]} pagination={false} />
      )}
    </section>
  );
}
