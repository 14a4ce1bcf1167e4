import type { OutboxItem } from '@linli/client';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/init-text.ts';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { itemActionWords, reasonWords } from './item-words.ts';
import styles from './outbox-page.module.css';

/** One item: what, for which case, how it stands and why. */
export function OutboxRow({ item }: { readonly item: OutboxItem }) {
  const { t, i18n } = useTranslation(['field', 'cases']);
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const number = answeredNumber(item.answer);
  return (
    <Link to="/outbox/$itemId" params={{ itemId: item.id }} className={styles.row} data-state={item.state}>
      <p className={styles.what}>
        <strong>{itemActionWords(item, t)}</strong>
        <span className={styles.state}>{t(`field:outbox.state.${item.state}`)}</span>
      </p>
      <p>{item.title}</p>
      <p className={styles.meta}>
        <span>{timeWords(item.createdAt, now, ui)}</span>
        {item.photos.length === 0 ? null : <span>{t('field:outbox.photos', { count: item.photos.length })}</span>}
        {number === null ? null : <span>{t('field:outbox.number', { number })}</span>}
        {item.tries > 1 && item.state !== 'done' ? <span>{t('field:outbox.tries', { count: item.tries })}</span> : null}
      </p>
      {item.reason === null ? null : (
        <p className={styles.reason}>
          {t('field:outbox.why', { reason: reasonWords(item.reason, currentLanguage(i18n), t) })}
        </p>
      )}
    </Link>
  );
}

/** The number of a case that a command has made or touched. */
function answeredNumber(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('number' in answer)) return null;
  return typeof answer.number === 'string' ? answer.number : null;
}
