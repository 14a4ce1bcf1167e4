import { Link, useParams } from '@tanstack/react-router';
import { ChevronRight, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../features/registers/use-field-words.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { DoorFields } from '../homes/door-fields.tsx';
import styles from '../homes/homes.module.css';
import { LetCheck } from '../homes/let-check.tsx';
import { useHome } from '../homes/use-home.ts';
import { WaitingEntries } from '../homes/waiting-entries.tsx';
import { PageHead } from '../page-head.tsx';
import { useFieldSession } from '../session/field-session.tsx';

/** One home at the door: what is known of it, who lives here, what waits to be sent. */
export function HomePage() {
  const { t } = useTranslation(['homes', 'subjects']);
  const { homeId = '' } = useParams({ strict: false });
  const { session } = useFieldSession();
  const words = useFieldWords();
  const { data, isLoading, isStale } = useHome(homeId);
  const mayEdit = session.permissions.includes('registers:edit');
  if (isLoading) return <Skeleton />;
  if (data === undefined || data === null) {
    return (
      <>
        <PageHead title={t('homes:title')} to="/homes" />
        <Empty title={t('homes:notKept')} body={t('homes:notKeptBody')} />
      </>
    );
  }
  return (
    <>
      <PageHead title={data.name} to="/homes" />
      <div className={styles.page}>
        {isStale ? <p role="status">{t('homes:kept')}</p> : null}
        <WaitingEntries lane={homeId} />
        <section>
          <h2>{t('homes:people', { count: data.people.length })}</h2>
          {data.people.length === 0 ? <p>{t('homes:nobody')}</p> : null}
          <ul className={styles.people}>
            {data.people.map((person) => (
              <li key={person.id}>
                <Link to="/homes/$homeId/$personId" params={{ homeId, personId: person.id }} className={styles.person}>
                  <span>
                    <strong>{person.name}</strong>
                    <small>{words.relation(person.relation)}</small>
                  </span>
                  {person.fields.some(({ daysStale }) => daysStale > 0) ? (
                    <em className={styles.mark}>{t('homes:toConfirm')}</em>
                  ) : null}
                  <ChevronRight aria-hidden="true" />
                </Link>
              </li>
            ))}
          </ul>
          {mayEdit ? (
            <Link to="/homes/$homeId/new" params={{ homeId }} className={buttonClass({ kind: 'primary', wide: true })}>
              <UserPlus aria-hidden="true" /> {t('homes:add')}
            </Link>
          ) : null}
        </section>
        {mayEdit && data.fields.some(({ code, value }) => code === 'use' && value === 'let') ? (
          <LetCheck key={homeId} home={data} />
        ) : null}
        <DoorFields subject={{ id: data.id, noun: 'home', name: data.name }} lane={homeId} fields={data.fields} />
      </div>
    </>
  );
}
