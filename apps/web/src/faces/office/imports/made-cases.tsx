import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportData } from './import-problems.tsx';
import styles from './imports-page.module.css';

/** What the first rows became, each a way to its case. */
export function MadeCases({ cases }: Pick<ImportData, 'cases'>) {
  const { t } = useTranslation('imports');
  if (cases.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('made.title')}</h2>
      <p className={styles.soft}>{t('made.shown')}</p>
      <Table
        size="small"
        rowKey="line"
        dataSource={[...cases]}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { key: 'line', title: t('line'), dataIndex: 'line', width: 88 },
          { key: 'order', title: t('made.order'), dataIndex: 'orderNumber', width: 220 },
          {
            key: 'case',
            title: t('made.case'),
            render: (_, { caseId, number }) => (
              <Link to="/cases/$caseId" params={{ caseId }}>
                {number}
              </Link>
            ),
          },
        ]}
      />
    </section>
  );
}
