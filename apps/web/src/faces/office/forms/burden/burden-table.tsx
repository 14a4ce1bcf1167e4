import { Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import styles from '../forms.module.css';
import { type BurdenRow, type MinuteLine, sumMinutes, weeksOf } from './sum-minutes.ts';

/** Minutes by week: of each committee, or of each department. */
export function BurdenTable({ rows }: { readonly rows: readonly BurdenRow[] }) {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const [by, setBy] = useState<'area' | 'unit'>('area');
  const weeks = weeksOf(rows);
  const columns: TableColumnsType<MinuteLine> = [
    { key: 'name', title: t(by === 'area' ? 'column.committee' : 'column.unit'), dataIndex: 'name' },
    ...weeks.map((week, at) => ({
      key: week,
      title: dayWords(week, now, ui),
      width: 96,
      align: 'end' as const,
      render: (_: unknown, line: MinuteLine) => line.weeks[at] ?? 0,
    })),
    { key: 'sum', title: t('burden.sum'), width: 90, align: 'end', render: (_, line) => <strong>{line.sum}</strong> },
  ];
  return (
    <section className={styles.section} aria-label={t('burden.table')}>
      <div className={styles.row}>
        <h2>{t('burden.table')}</h2>
        <Segmented
          aria-label={t('burden.tableBy')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'area', label: t('column.committee') },
            { value: 'unit', label: t('column.unit') },
          ]}
        />
      </div>
      <Table<MinuteLine>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={sumMinutes(rows, by)}
        pagination={false}
        scroll={{ x: true }}
      />
    </section>
  );
}
