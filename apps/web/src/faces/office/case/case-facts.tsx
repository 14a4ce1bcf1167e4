import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './case-panel.module.css';

/** The form as it was filled in, with the labels of the type. Only fields the reader may see arrive here. */
export function CaseFacts({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['office', 'common']);
  const local = useLocalText();
  const fields = detail.type.form.filter((field) => {
    const value = detail.form[field.key];
    return value !== undefined && value !== null && value !== '';
  });
  if (fields.length === 0 && detail.mergedInto === null && detail.result === null) return null;

  function wordsOf(field: (typeof fields)[number]): string {
    const value = detail.form[field.key];
    if (typeof value === 'boolean') return t(value ? 'common:answer.yes' : 'common:answer.no');
    const values = Array.isArray(value) ? value : [String(value)];
    const named = values.map((each) => {
      const option = field.options?.find((candidate) => candidate.value === each);
      return option === undefined ? each : local(option.label);
    });
    return named.join(t('common:listJoin'));
  }

  return (
    <dl className={styles.facts}>
      {fields.map((field) => (
        <FactLine key={field.key} name={local(field.label)} value={wordsOf(field)} />
      ))}
      {detail.result === null ? null : (
        <FactLine name={t('office:case.result')} value={t(`office:result.${detail.result}`)} />
      )}
      {detail.mergedInto === null ? null : (
        <FactLine name={t('office:case.mergedInto')} value={detail.mergedInto.number} />
      )}
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
