import type { listTypeVersions, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';
import { isPart } from './part-names.ts';

type Change = OutputOf<typeof listTypeVersions>['versions'][number]['changes'][number];

/** What changed between two versions, in words: where, and from what to what. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation('types');
  const word = (part: string) => (isPart(part) ? t(`part.${part}`) : part);
  if (changes.length === 0) return <p className={styles.note}>{t('noChanges')}</p>;
  return (
    <ul className={styles.changes}>
      {changes.map(({ path, kind, before, after }) => (
        <li key={`${path.join('.')} ${kind}`}>
          <strong>{path.map(word).join(' › ')}</strong>{' '}
          {t(`change.${kind}`, { before: before ?? '', after: after ?? '', interpolation: { escapeValue: false } })}
        </li>
      ))}
    </ul>
  );
}
