import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ExpectedTask } from '../../../features/outbox/expect-task.ts';
import { currentLanguage } from '../../../text/init-text.ts';
import { itemActionWords, reasonWords } from '../outbox/item-words.ts';
import styles from './task-page.module.css';

/** What of mine has not arrived yet, and what was refused and why; each leads to its item in the outbox. */
export function TaskNews({ expected }: { readonly expected: ExpectedTask }) {
  const { t, i18n } = useTranslation(['field', 'cases']);
  const items = [...expected.refused, ...expected.waiting.filter((item) => item.state !== 'done')];
  if (items.length === 0) return null;
  return (
    <ul className={styles.news}>
      {items.map((item) => (
        <li key={item.id} className={styles.newsItem} data-tone={item.state === 'refused' ? 'bad' : 'plain'}>
          <Link to="/outbox/$itemId" params={{ itemId: item.id }}>
            {t(item.state === 'refused' ? 'field:tasks.refusedMark' : 'field:tasks.waitingMark', {
              action: itemActionWords(item, t),
            })}
          </Link>
          {item.reason === null ? null : <p>{reasonWords(item.reason, currentLanguage(i18n), t)}</p>}
        </li>
      ))}
    </ul>
  );
}
