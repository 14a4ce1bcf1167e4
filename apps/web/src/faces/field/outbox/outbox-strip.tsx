import { Link } from '@tanstack/react-router';
import { CircleAlert, CloudUpload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import styles from '../field-strip.module.css';

/** How many items wait or were refused; opens the outbox. Nothing when all has arrived. */
export function OutboxStrip() {
  const { t } = useTranslation('field');
  const { items } = useOutbox();
  const waiting = items.filter((item) => item.state === 'waiting' || item.state === 'sending').length;
  const refused = items.filter((item) => item.state === 'refused').length;
  if (waiting + refused === 0) return null;
  return (
    <Link to="/outbox" className={styles.strip} data-tone={refused > 0 ? 'bad' : 'plain'}>
      {refused > 0 ? <CircleAlert aria-hidden="true" /> : <CloudUpload aria-hidden="true" />}
      <span role="status">
        {refused > 0 ? t('strip.refused', { count: refused }) : t('strip.waiting', { count: waiting })}
      </span>
    </Link>
  );
}
