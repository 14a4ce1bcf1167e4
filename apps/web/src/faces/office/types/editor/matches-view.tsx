import type { importPack, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import styles from './editor.module.css';
import { Examples } from './trial-view.tsx';

type Matches = NonNullable<OutputOf<typeof importPack>['types'][number]['matches']>;

/** Cases there are whose words speak of a type nobody could choose yet. */
export function MatchesView({ matches }: { readonly matches: Matches }) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  return (
    <div className={styles.preview}>
      <p>{t('matches.found', { count: matches.matched, cases: matches.cases })}</p>
      <ul>
        {matches.byType.map((row) => (
          <li key={row.typeCode}>
            {local(row.name)} · {row.count} <Examples of={row.examples} />
          </li>
        ))}
      </ul>
      {matches.byWord.length === 0 ? null : (
        <p className={styles.note}>{matches.byWord.map(({ word, count }) => `${word} ${count}`).join(' · ')}</p>
      )}
    </div>
  );
}
