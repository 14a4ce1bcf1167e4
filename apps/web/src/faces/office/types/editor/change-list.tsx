import type { listTypeVersions, OutputOf } from '@linli/contract';
import { clockNames } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';
import { isPart } from './part-names.ts';

type Change = OutputOf<typeof listTypeVersions>['versions'][number]['changes'][number];

/** What changed between two versions, in words: where, and from what to what. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation(['types', 'office']);
  // `handle` names a clock among the deadlines and photos among the evidence.
  const word = (part: string, index: number, path: readonly string[]) => {
    const clock = path[index - 1] === 'deadlines' ? clockNames.find((name) => name === part) : undefined;
    if (clock !== undefined) return t(`office:clock.${clock}`);
    return isPart(part) ? t(`types:part.${part}`) : part;
  };
  if (changes.length === 0) return <p className={styles.note}>{t('types:noChanges')}</p>;
  return (
    <ul className={styles.changes}>
      {changes.map(({ path, kind, before, after }) => (
        <li key={`${path.join('.')} ${kind}`}>
          <strong>{path.map(word).join(' › ')}</strong>{' '}
          {t(`types:change.${kind}`, {
            before: before ?? '',
            after: after ?? '',
            interpolation: { escapeValue: false },
          })}
        </li>
      ))}
    </ul>
  );
}
