import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, ErrorState, Offline, Refused, Skeleton } from '../../../ui/state-views.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from '../homes/homes.module.css';
import { byBuilding } from '../homes/split-home.ts';
import { useMyHomes } from '../homes/use-my-homes.ts';
import { PageHead } from '../page-head.tsx';
import { useFieldSession } from '../session/field-session.tsx';

/** Homes of my area by building: open a building, tap a room. */
export function HomesPage() {
  const { t } = useTranslation('homes');
  const { session } = useFieldSession();
  const [words, setWords] = useState('');
  const kept = useMyHomes();
  if (!session.permissions.includes('registers:read')) return <Refused />;
  const found = (kept.data ?? []).filter((home) => home.name.includes(words.trim()));
  const buildings = byBuilding(found);
  return (
    <>
      <PageHead title={t('title')} to="/visits" />
      <div className={styles.page}>
        <TextField label={t('find')} required type="search" value={words} onChange={setWords} />
        {kept.isLoading ? <Skeleton /> : null}
        {kept.data === undefined && !kept.isLoading ? (
          <Missing isOffline={!navigator.onLine} onRetry={kept.refetch} />
        ) : null}
        {kept.data?.length === 0 ? <Empty title={t('none')} body={t('noneBody')} /> : null}
        {kept.data !== undefined && kept.data.length > 0 && found.length === 0 ? (
          <p role="status">{t('noMatch')}</p>
        ) : null}
        {buildings.map(({ building, homes }) => (
          <details key={building} className={styles.building} open={words.trim() !== '' && buildings.length < 4}>
            <summary>
              <strong>{building}</strong> <span className={styles.count}>{t('homes', { count: homes.length })}</span>
            </summary>
            <ul className={styles.rooms}>
              {homes.map((home) => (
                <li key={home.id}>
                  <Link to="/homes/$homeId" params={{ homeId: home.id }} className={styles.room}>
                    {home.room === '' ? home.name : home.room}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </>
  );
}

function Missing({ isOffline, onRetry }: { readonly isOffline: boolean; readonly onRetry: () => void }) {
  return isOffline ? <Offline onRetry={onRetry} /> : <ErrorState onRetry={onRetry} />;
}
