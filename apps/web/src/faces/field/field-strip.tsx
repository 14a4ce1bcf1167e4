/// <reference types="vite-plugin-pwa/react" />

import { useRegisterSW } from 'virtual:pwa-register/react';
import { CloudOff, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { useOnline } from '../../ui/use-online.ts';
import styles from './field-strip.module.css';

/** What the worker must know about line and version; nothing when all is well. Registers the service worker. */
export function FieldStrip() {
  const { t } = useTranslation('field');
  const isOnline = useOnline();
  const { needRefresh, updateServiceWorker } = useRegisterSW();
  const [isNewer] = needRefresh;
  return (
    <div role="status" className={styles.strips}>
      {isOnline ? null : (
        <p className={styles.strip} data-tone="caution">
          <CloudOff aria-hidden="true" />
          {t('strip.offline')}
        </p>
      )}
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
