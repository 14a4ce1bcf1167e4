import { App, Button } from 'antd';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useGetOwnPartnerCard } from '../../../features/partners/get-own-partner-card.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { writeCard } from './partner-card.ts';
import styles from './partners.module.css';

/** What the other side's administrator needs to know of us. */
export function OwnCard() {
  const { t } = useTranslation('partners');
  const { message } = App.useApp();
  const { data, error, refetch } = useGetOwnPartnerCard({});
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={4} />;
  const { url } = data;
  const copy = async (baseUrl: string) => {
    await navigator.clipboard.writeText(
      writeCard({ name: data.name, siteCode: data.siteCode, baseUrl, publicKey: data.publicKey }),
    );
    message.success(t('card.copied'));
  };
  return (
    <section className={styles.card}>
      <h2>{t('card.title')}</h2>
      <p className={styles.soft}>{t('card.explains')}</p>
      <dl className={styles.facts}>
        <dt>{t('card.name')}</dt>
        <dd>{data.name}</dd>
        <dt>{t('card.code')}</dt>
        <dd>{data.siteCode}</dd>
        <dt>{t('card.url')}</dt>
        <dd>{url ?? t('card.noUrl')}</dd>
        <dt>{t('card.key')}</dt>
        <dd className={styles.code}>{data.publicKey}</dd>
        <dt>{t('card.fingerprint')}</dt>
        <dd className={styles.code}>{data.fingerprint}</dd>
      </dl>
      {url === null ? null : (
        <Button size="small" icon={<Copy size={14} aria-hidden="true" />} onClick={() => void copy(url)}>
          {t('card.copy')}
        </Button>
      )}
    </section>
  );
}
