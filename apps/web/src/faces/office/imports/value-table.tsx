import type { ImportMapping } from '@linli/contract';
import { Input, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListUnits } from '../../../features/org/list-units.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import styles from './imports-page.module.css';

type Found = { readonly to: ImportMapping['values'][number]['to']; readonly value: string; readonly count: number };
export type ValueTableProps = {
  readonly mapping: ImportMapping;
  readonly found: readonly Found[];
  readonly types: readonly { value: string; label: string }[];
  readonly onChange: (values: ImportMapping['values']) => void;
};

/** What the other system writes in columns of classes and units, and what it is here. */
export function ValueTable({ mapping, found, types, onChange }: ValueTableProps) {
  const { t } = useTranslation('imports');
  const { data } = useListUnits({}, { staleTimeMs: 300_000 });
  const asked = found.filter(({ to }) => to === 'type' || to === 'unit' || to === 'closed-result');
  if (asked.length === 0) return null;
  const mappedValue = ({ to, value }: Found) =>
    mapping.values.find((one) => one.to === to && one.from === value)?.value;
  // Left as it is, a unit is found by its own name.
  const isOwnName = (name: string) =>
    data?.units.some((unit) => unit.active && unit.name.trim() === name.trim()) ?? false;
  function set({ to, value: from }: Found, value: string | undefined): void {
    const others = mapping.values.filter((one) => !(one.to === to && one.from === from));
    onChange(value === undefined || value === '' ? others : [...others, { to, from, value }]);
  }
  return (
    <section className={styles.section}>
      <h3>{t('mapping.values')}</h3>
      <Table<Found>
        size="small"
        rowKey={(row) => `${row.to} ${row.value}`}
        dataSource={[...asked]}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { key: 'to', title: t('mapping.what'), width: 120, render: (_, row) => t(`target.${row.to}`) },
          { key: 'from', title: t('mapping.from'), dataIndex: 'value', width: 220 },
          { key: 'count', title: t('mapping.count'), dataIndex: 'count', width: 88, align: 'right' },
          {
            key: 'value',
            title: t('mapping.value'),
            render: (_, row) => {
              if (row.to === 'type')
                return (
                  <Select
                    aria-label={row.value}
                    allowClear
                    value={mappedValue(row)}
                    onChange={(value: string | undefined) => set(row, value)}
                    options={[...types]}
                    showSearch={{ optionFilterProp: 'label' }}
                    style={{ width: 260 }}
                  />
                );
              if (row.to === 'unit')
                return (
                  <UnitSelect
                    label={row.value}
                    allowClear
                    placeholder={isOwnName(row.value) ? row.value : t('mapping.asRules')}
                    value={mappedValue(row)}
                    onChange={(value) => set(row, value)}
                  />
                );
              return (
                <Input
                  aria-label={row.value}
                  value={mappedValue(row) ?? ''}
                  onChange={(event) => set(row, event.target.value)}
                />
              );
            },
          },
        ]}
      />
    </section>
  );
}
