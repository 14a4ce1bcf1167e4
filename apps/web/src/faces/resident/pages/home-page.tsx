import { useTranslation } from 'react-i18next';
import { useElderMode } from '../../../ui/elder-mode.ts';
import { ElderHome } from '../home/elder-home.tsx';
import styles from '../home/home.module.css';
import { MyLatest } from '../home/my-latest.tsx';
import { NearbyLatest } from '../home/nearby-latest.tsx';
import { ReportButton } from '../home/report-button.tsx';
import { SuggestLink } from '../home/suggest-link.tsx';

/** One big button, then what is mine, what is around me. In elder mode large buttons. */
export function HomePage() {
  const { t } = useTranslation('resident');
  const elder = useElderMode();
  return (
    <div className={styles.home}>
      <h1 className="visually-hidden">{t('title')}</h1>
      {elder === 'off' ? (
        <>
          <ReportButton />
          <MyLatest />
          <SuggestLink />
          <NearbyLatest />
        </>
      ) : (
        <ElderHome />
      )}
    </div>
  );
}
