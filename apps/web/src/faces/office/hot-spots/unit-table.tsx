import type { listHotSpots, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';

type Unit = OutputOf<typeof listHotSpots>['units'][number];

/** Who was called to these spots, and how often again to the same one. */
export function UnitTable({ units }: { readonly units: readonly Unit[] }) {
  const { t } = useTranslation('hotspots');
  if (units.length === 0) return null;
  const columns: TableColumnsType<Unit> = [
    {
      key: 'name',
      title: t('unit'),
      render: (_, unit) => (
        <Link to="/inbox" search={{ unitId: unit.unitId }}>
          {unit.name}
        </Link>
      ),
    },
    { key: 'calls', title: t('calls'), width: 120, align: 'end', render: (_, unit) => unit.calls },
    { key: 'spots', title: t('spots'), width: 120, align: 'end', render: (_, unit) => unit.spots },
    { key: 'again', title: t('again'), width: 160, align: 'end', render: (_, unit) => unit.again },
    { key: 'late', title: t('lateCalls'), width: 120, align: 'end', render: (_, unit) => unit.late },
  ];
  return (
    <section aria-label={t('unitsTitle')}>
      <h2>{t('unitsTitle')}</h2>
      <Table<Unit> size="small" rowKey="unitId" columns={columns} dataSource={[...units]} pagination={false} />
    </section>
  );
}
