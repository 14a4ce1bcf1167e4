import { Link } from '@tanstack/react-router';
import { CircleAlert, CloudOff, CloudUpload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import styles from '../field-strip.module.css';
import { useLine } from './line-context.tsx';

/** That there is no line, and how many items wait or were refused: the latter opens the outbox. Nothing when all is well. */
export function LineStrips() {
  const { t } = useTranslation('field');
  const line = useLine();
  const { items } = useOutbox();
  const waiting = items.filter((item) => item.state === 'waiting' || item.state === 'sending').length;
  const refused = items.filter((item) => item.state === 'refused').length;
  return (
    <div role="status" className={styles.strips}>
      {line === 'open' ? null : (
        <p className={styles.strip} data-tone="caution">
          <CloudOff aria-hidden="true" />
          <span>{t('strip.offline')}</span>
        </p>
      )}
      {waiting + refused === 0 ? null : (
        <Link to="/outbox" className={styles.strip} data-tone={refused > 0 ? 'bad' : 'plain'}>
          {refused > 0 ? <CircleAlert aria-hidden="true" /> : <CloudUpload aria-hidden="true" />}
          <span>{refused > 0 ? t('strip.refused', { count: refused }) : t('strip.waiting', { count: waiting })}</span>
        </Link>
      )}
    </div>
  );
}
