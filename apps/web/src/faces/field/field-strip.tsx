/// <reference types="vite-plugin-pwa/react" />

import { useRegisterSW } from 'virtual:pwa-register/react';
import { Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import styles from './field-strip.module.css';

/** Registers the service worker, and offers a newer version when there is one. */
export function FieldStrip() {
  const { t } = useTranslation('field');
  const { needRefresh, updateServiceWorker } = useRegisterSW();
  const [isNewer] = needRefresh;
  return (
    <div role="status">
      {isNewer ? (
        <p className={styles.strip}>
          <Sparkles aria-hidden="true" />
          <span>{t('strip.newVersion')}</span>
          <Button kind="quiet" onClick={() => void updateServiceWorker(true)}>
            {t('strip.update')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
