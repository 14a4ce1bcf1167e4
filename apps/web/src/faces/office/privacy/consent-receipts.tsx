import type { CallOutput } from '@linli/client';
import type { listConsents } from '@linli/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../features/use-read-text.ts';
import { siteClockOf } from '../words/site-time.ts';
import styles from './privacy.module.css';

type Consents = CallOutput<typeof listConsents>;

/** What was agreed to and taken back: when, how, by whom, with what evidence. */
export function ConsentReceipts({ data }: { readonly data: Consents }) {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const nameOf = (code: string) => data.purposes.find(({ purpose }) => purpose === code)?.name;
  const time = (at: string | null) => (at === null ? '' : siteClockOf(at).replace('T', ' '));
  return (
    <section aria-label={t('paper.receipts')}>
      <h2 className={styles.heading}>{t('paper.receipts')}</h2>
      <Table
        size="small"
        rowKey="id"
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: t('paper.noReceipts') }}
        dataSource={data.consents}
        columns={[
          {
            key: 'purpose',
            title: t('paper.purpose'),
            render: (_, row) => {
              const name = nameOf(row.purpose);
              return name === undefined ? row.purpose : read(name);
            },
          },
          { key: 'given', title: t('paper.given'), render: (_, row) => time(row.givenAt) },
          { key: 'channel', title: t('paper.channel'), render: (_, row) => t(`paper.channels.${row.channel}`) },
          { key: 'by', title: t('paper.by'), render: (_, row) => t(`askers.${row.givenBy}`) },
          {
            key: 'evidence',
            title: t('paper.evidence'),
            render: (_, row) => (
              <>
                {row.evidence}{' '}
                {row.photos.map((hash, n) => (
                  <a
                    key={hash}
                    href={`/api/consent-photo?consentId=${row.id}&hash=${hash}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {t('paper.photo', { number: n + 1 })}{' '}
                  </a>
                ))}
              </>
            ),
          },
          { key: 'version', title: t('paper.version'), dataIndex: 'version', align: 'right' },
          {
            key: 'withdrawn',
            title: t('paper.withdrawn'),
            render: (_, row) =>
              [time(row.withdrawnAt), row.withdrawnEvidence].filter((part) => part !== '').join(' · '),
          },
        ]}
      />
    </section>
  );
}
