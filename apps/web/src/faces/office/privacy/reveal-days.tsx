import type { CallOutput } from '@linli/client';
import type { listReveals } from '@linli/contract';
import { Alert, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './privacy.module.css';

type Days = CallOutput<typeof listReveals>['days'];

/** How often each post looked on each day, beside the quota of those who held it. */
export function RevealDays({ days }: { readonly days: Days }) {
  const { t } = useTranslation('privacy');
  const high = days.filter((row) => row.high);
  return (
    <section aria-label={t('reveals.days')}>
      <h2 className={styles.heading}>{t('reveals.days')}</h2>
      <p className={styles.soft}>{t('reveals.daysBody')}</p>
      {high.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('reveals.highTitle', { count: high.length })}
          description={high
            .map(({ day, by, counted, quota }) => `${day} ${by} ${counted} / ${quota}`)
            .join(t('desk.comma'))}
        />
      )}
      <Table
        size="small"
        scroll={{ x: 'max-content' }}
        rowKey={(row) => `${row.day} ${row.postId ?? row.by}`}
        pagination={{ pageSize: 10, hideOnSinglePage: true, size: 'small' }}
        dataSource={days}
        columns={[
          { key: 'day', title: t('reveals.day'), dataIndex: 'day' },
          { key: 'by', title: t('reveals.post'), dataIndex: 'by' },
          { key: 'looks', title: t('reveals.looks'), dataIndex: 'looks', align: 'right' },
          {
            key: 'counted',
            title: t('reveals.counted'),
            align: 'right',
            render: (_, row) => (
              <>
                {row.high ? <Tag color="warning">{t('reveals.high')}</Tag> : null}
                {row.counted} / {row.quota}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
