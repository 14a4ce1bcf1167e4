import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useListCorrections } from '../../../../features/registers/list-corrections.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import styles from './subject.module.css';

/** Requests of this subject that wait for an answer. */
export function SubjectCorrections({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation('registers');
  const words = useFieldWords();
  const { data } = useListCorrections({ subjectId, state: 'open' });
  if (data === undefined || data.corrections.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('corrections.waiting')}</h2>
      <ul>
        {data.corrections.map((row) => (
          <li key={row.id}>
            <span>{words.label(row.subject.noun, row.field)}</span>
            <span className={styles.soft}>{t('corrections.at', { owner: words.owner(row.owner) })}</span>
          </li>
        ))}
      </ul>
      <Link to="/registers/corrections">{t('corrections.open')}</Link>
    </section>
  );
}
