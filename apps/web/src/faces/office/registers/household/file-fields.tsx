import type { SubjectNoun } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import type { FieldView } from '../subject/subject-detail.ts';
import styles from './household.module.css';

/** What is known, in columns; old values say so. */
export function FileFields({ noun, fields }: { readonly noun: SubjectNoun; readonly fields: readonly FieldView[] }) {
  const { t } = useTranslation('registers');
  const words = useFieldWords();
  if (fields.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {fields.map((field) => (
        <div key={field.code}>
          <dt>{words.label(noun, field.code)}</dt>
          <dd>
            {words.value(noun, field.code, field.value)}
            {field.daysStale > 0 ? <small className={styles.stale}>{t('field.staleShort')}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
