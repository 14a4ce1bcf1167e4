import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { closingAnswers } from '../../../features/cases/closing-answers.ts';
import { useAnswerWords } from '../stages/form-answers.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './case-panel.module.css';

/** The form as it was filled in and the closing form, with the labels of the type. Only fields the reader may see arrive here. */
export function CaseFacts({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('office');
  const local = useLocalText();
  const wordsOf = useAnswerWords();
  const fields = detail.type.form.filter((field) => {
    const value = detail.form[field.key];
    return value !== undefined && value !== null && value !== '';
  });
  const closing = closingAnswers(detail);
  if (fields.length === 0 && closing.length === 0 && detail.mergedInto === null && detail.result === null) return null;

  return (
    <dl className={styles.facts}>
      {fields.map((field) => (
        <FactLine key={field.key} name={local(field.label)} value={wordsOf(field, detail.form[field.key])} />
      ))}
      {detail.result === null ? null : <FactLine name={t('case.result')} value={t(`result.${detail.result}`)} />}
      {closing.map(({ field, value }) => (
        <FactLine key={`closing ${field.key}`} name={local(field.label)} value={wordsOf(field, value)} />
      ))}
      {detail.mergedInto === null ? null : <FactLine name={t('case.mergedInto')} value={detail.mergedInto.number} />}
    </dl>
  );
}

function FactLine({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
