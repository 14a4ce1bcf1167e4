import { Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './imports-page.module.css';

export type Target = { readonly value: string; readonly label: string };
type ColumnTableProps = {
  readonly headings: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly columns: readonly { heading: string; to: string }[];
  readonly targets: readonly Target[];
  readonly onChange: (columns: { heading: string; to: string }[]) => void;
};

/** Each column of the table with its first cells, and what it means here. */
export function ColumnTable({ headings, sample, columns, targets, onChange }: ColumnTableProps) {
  const { t } = useTranslation('imports');
  function setTarget(heading: string, to: string): void {
    const others = columns.filter((column) => column.heading !== heading);
    onChange(to === '' ? others : [...others, { heading, to }]);
  }
  return (
    <Table
      size="small"
      rowKey="index"
      pagination={false}
      scroll={{ x: true }}
      dataSource={headings.map((heading, index) => ({ heading, index }))}
      columns={[
        { key: 'heading', title: t('mapping.heading'), dataIndex: 'heading', width: 180 },
        {
          key: 'means',
          title: t('mapping.means'),
          width: 220,
          render: (_, { heading }) => (
            <Select
              aria-label={heading}
              value={columns.find((column) => column.heading === heading)?.to ?? ''}
              onChange={(to) => setTarget(heading, to)}
              options={[{ value: '', label: t('target.none') }, ...targets]}
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: '100%' }}
            />
          ),
        },
        {
          key: 'sample',
          title: t('mapping.sample'),
          render: (_, { index }) => (
            <span className={styles.soft}>
              {sample
                .map((row) => (row[index] ?? '').slice(0, 24))
                .filter((word) => word !== '')
                .slice(0, 3)
                .join(' · ')}
            </span>
          ),
        },
      ]}
    />
  );
}
