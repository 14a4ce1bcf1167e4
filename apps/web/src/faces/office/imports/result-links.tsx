import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shell/use-session.ts';
import styles from './imports-page.module.css';

/** The table as it came, with the results filled in. */
export function ResultLinks({ importId }: { readonly importId: string }) {
  const { t } = useTranslation('imports');
  if (!useMay('cases:export')) return null;
  const url = `/api/export-import-results?importId=${importId}`;
  return (
    <section className={styles.section}>
      <h2>{t('step.result')}</h2>
      <p className={styles.soft}>{t('resultsExplain')}</p>
      <div className={styles.row}>
        <Button href={url} icon={<Download size={14} aria-hidden="true" />}>
          {t('resultsSheet')}
        </Button>
        <Button href={`${url}&format=csv`} icon={<Download size={14} aria-hidden="true" />}>
          {t('resultsCsv')}
        </Button>
      </div>
    </section>
  );
}
