import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import styles from './me-page.module.css';

/** The event by which Chromium offers to install; not in the standard's types. */
type InstallOffer = Event & { readonly prompt: () => Promise<unknown> };

/** Installs the face on the phone, where the browser offers it. */
export function InstallButton() {
  const { t } = useTranslation('field');
  const [offer, setOffer] = useState<InstallOffer | null>(null);
  useEffect(() => {
    const keep = (event: Event) => {
      event.preventDefault();
      setOffer(event as InstallOffer); // only this event is listened for
    };
    addEventListener('beforeinstallprompt', keep);
    return () => removeEventListener('beforeinstallprompt', keep);
  }, []);
  if (offer === null) return null;
  return (
    <li>
      <Button
        icon={<Download aria-hidden="true" size={20} />}
        wide
        onClick={() => void offer.prompt().then(() => setOffer(null))}
      >
        {t('me.install')}
      </Button>
      <small className={styles.meta}>{t('me.installHint')}</small>
    </li>
  );
}
