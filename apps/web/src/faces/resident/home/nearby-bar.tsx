import { LocateFixed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Here } from '../../../features/places/use-here.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './home.module.css';

/** Says around what one looks, and offers the phone's position where it is not known. */
export function NearbyBar({ here }: { readonly here: Here }) {
  const { t } = useTranslation(['resident', 'ui']);
  if (here.point !== null) return <p className={styles.place}>{t('resident:nearby.around')}</p>;
  return (
    <div className={styles.place}>
      <p role="status">{here.state === 'refused' ? t('resident:nearby.refused') : t('resident:nearby.street')}</p>
      <Button
        kind="quiet"
        icon={<LocateFixed aria-hidden="true" size={20} />}
        busy={here.state === 'finding'}
        onClick={here.find}
      >
        {t('ui:place.useMine')}
      </Button>
    </div>
  );
}
