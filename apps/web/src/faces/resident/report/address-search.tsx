import type { CallOutput } from '@linli/client';
import type { searchAddresses } from '@linli/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchAddresses } from '../../../features/places/search-addresses.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import styles from './report.module.css';

export type AddressHit = CallOutput<typeof searchAddresses>['hits'][number];

const PAUSE_MS = 250;
const NONE: readonly AddressHit[] = [];

export type AddressSearchProps = {
  readonly onPick: (hit: AddressHit) => void;
  /** What was found for words typed and not picked yet; null while nothing is typed. */
  readonly onFound?: (hits: readonly AddressHit[] | null) => void;
};

/** Finds buildings and areas by name or address; picking one puts the pin there. Works without map and mouse. */
export function AddressSearch({ onPick, onFound }: AddressSearchProps) {
  const { t } = useTranslation('resident');
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim());
  const query = useSearchAddresses({ text: asked, limit: 6 }, { enabled: asked !== '', keepPrevious: true });
  const found = query.data?.hits ?? NONE;
  const hits = asked === '' ? NONE : found;
  useEffect(() => onFound?.(asked === '' ? null : found), [asked, found, onFound]);
  return (
    <div className={styles.search}>
      <TextField
        required
        type="search"
        label={t('report.search')}
        autoComplete="off"
        maxLength={60}
        value={typed}
        onChange={setTyped}
      />
      <CallProblem error={asked === '' ? null : query.error} />
      <p role="status" className="visually-hidden">
        {query.data === undefined || asked === '' ? '' : t('report.found', { count: hits.length })}
      </p>
      {asked !== '' && query.isSuccess && hits.length === 0 ? <p>{t('report.notFound')}</p> : null}
      <ul className={styles.hits}>
        {hits.map((hit) => (
          <li key={`${hit.kind} ${hit.id}`}>
            <button
              type="button"
              className={styles.hit}
              onClick={() => {
                onPick(hit);
                setTyped('');
              }}
            >
              <strong>{hit.name}</strong>
              {hit.address === hit.name ? null : <small>{hit.address}</small>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The value once it has stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
