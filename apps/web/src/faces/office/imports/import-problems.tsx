import type { CallOutput } from '@linli/client';
import type { getImport } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './imports-page.module.css';

export type ImportData = CallOutput<typeof getImport>;

/** Every bad row by line and column, and what is to be known of good ones; the first here, all as a file. */
export function ImportProblems({ data }: { readonly data: ImportData }) {
  const { t } = useTranslation('imports');
  const { problems, problemCount, run } = data;
  if (problemCount === 0) return null;
  const hasUnknownPlace = problems.some(({ code }) => code === 'address-unknown' || code === 'address-kept');
  return (
    <section className={styles.section}>
      <div className={styles.row}>
        <h2>{t(run.bad === 0 ? 'notes' : 'problems')}</h2>
        <Button size="small" href={`/api/export-import-problems?importId=${run.id}`}>
          {t('allProblems')}
        </Button>
        <Button size="small" href={`/api/export-import-problems?importId=${run.id}&format=xlsx`}>
          {t('allProblemsSheet')}
        </Button>
        {hasUnknownPlace && run.kind !== 'orders' ? <Link to="/registers/addresses">{t('addresses.link')}</Link> : null}
        {problemCount > problems.length ? (
          <span className={styles.soft}>{t('shown', { shown: problems.length, all: problemCount })}</span>
        ) : null}
      </div>
      <Table
        size="small"
        rowKey={(row) => `${row.line} ${row.heading} ${row.code}`}
        dataSource={problems}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { key: 'line', title: t('line'), dataIndex: 'line', width: 88 },
          {
            key: 'heading',
            title: t('column'),
            width: 160,
            render: (_, { heading }) =>
              heading === '' ? <span className={styles.soft}>{t('wholeRow')}</span> : heading,
          },
          { key: 'message', title: t('problem'), dataIndex: 'message' },
        ]}
      />
    </section>
  );
}
