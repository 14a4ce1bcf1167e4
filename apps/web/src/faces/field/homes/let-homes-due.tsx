import { lettingFaults } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { useReadText } from '../../../features/use-read-text.ts';
import { Empty, ErrorState, Offline, Skeleton } from '../../../ui/state-views.tsx';
import { dayWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './homes.module.css';
import type { LetHome } from './let-home.ts';
import { useLetHomes } from './use-let-homes.ts';

const SHOWN = 60;

/** Let homes that are due a visit: past their day for mending, being mended, not looked at for a year. */
export function LetHomesDue() {
  const { t } = useTranslation('homes');
  const { t: ui } = useTranslation('ui');
  const read = useReadText();
  const now = useNow();
  const { items } = useOutbox();
  const kept = useLetHomes();
  const waiting = new Set(
    items.flatMap(({ operation, state, lane }) =>
      operation === 'record-letting-check' && state !== 'done' && state !== 'refused' ? [lane] : [],
    ),
  );
  const due = (kept.data ?? []).filter(({ id }) => !waiting.has(id));
  const about = ({ state, mendBy, failed }: LetHome) =>
    [
      t(`let.states.${state}`),
      mendBy === null ? '' : t('let.until', { day: dayWords(mendBy, now, ui) }),
      failed.map((code) => read(lettingFaults[code])).join(t('let.join')),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  if (kept.isLoading) return <Skeleton />;
  if (kept.data === undefined)
    return navigator.onLine ? <ErrorState onRetry={kept.refetch} /> : <Offline onRetry={kept.refetch} />;
  if (due.length === 0) return <Empty title={t('let.none')} body={t('let.noneBody')} />;
  return (
    <section>
      <h2>{t('let.due', { count: due.length })}</h2>
      {kept.isStale ? <p role="status">{t('kept')}</p> : null}
      <ul className={styles.people}>
        {due.slice(0, SHOWN).map((home) => (
          <li key={home.id}>
            <Link to="/homes/$homeId" params={{ homeId: home.id }} className={styles.person}>
              <span>
                <strong>{home.name}</strong>
                <small>{about(home)}</small>
              </span>
              {home.state === 'overdue' ? <em className={styles.mark}>{t('let.late')}</em> : null}
              <ChevronRight aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
      {due.length > SHOWN ? <p className={styles.count}>{t('let.more', { count: due.length - SHOWN })}</p> : null}
    </section>
  );
}
