import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { OutboxRow } from '../outbox/outbox-row.tsx';
import styles from './homes.module.css';
import { waitingOf } from './waiting-of.ts';

type WaitingEntriesProps = {
  readonly lane: string;
  /** Only what was entered of one person of the home. */
  readonly subjectId?: string;
};

/** What was entered for this home and is not yet in the registers, or was refused and why. */
export function WaitingEntries({ lane, subjectId }: WaitingEntriesProps) {
  const { t } = useTranslation('homes');
  const { items } = useOutbox();
  const own = waitingOf(items, { lane, subjectId });
  if (own.length === 0) return null;
  return (
    <section>
      <h2>{t('waiting')}</h2>
      <ul className={styles.people}>
        {own.map((item) => (
          <li key={item.id}>
            <OutboxRow item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
