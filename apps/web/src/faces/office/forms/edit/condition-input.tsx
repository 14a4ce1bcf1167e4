import { fieldsOfNoun, readRowCondition, type SubjectNoun, wordsOfFault } from '@linli/domain';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';
import styles from '../forms.module.css';
import { useConditionWords } from './use-condition-words.ts';

export type ConditionInputProps = {
  readonly noun: SubjectNoun;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (text: string) => void;
};

/** Which rows: the condition is said in words as it is written; a field and its value can be put in from lists. */
export function ConditionInput({ noun, id, value: when = '', onChange }: ConditionInputProps) {
  const { t } = useTranslation('forms');
  const read = useReadText();
  const say = useConditionWords();
  const [field, setField] = useState<string | null>(null);
  const state = when.trim() === '' ? null : readRowCondition(when, noun);
  const codes = fieldsOfNoun(noun).filter(({ kind }) => kind === 'code' || kind === 'boolean');
  const chosen = codes.find(({ code }) => code === field);

  function add(value: string): void {
    if (field === null) return;
    const literal = value === 'true' || value === 'false' ? value : JSON.stringify(value);
    onChange?.(`${when.trim() === '' ? '' : `${when} && `}field.${field} == ${literal}`);
    setField(null);
  }

  return (
    <>
      <div className={styles.item}>
        <label htmlFor={id ?? 'form-when'}>{t('edit.when')}</label>
        <Input
          id={id ?? 'form-when'}
          value={when}
          maxLength={500}
          placeholder={t('edit.whenAll')}
          spellCheck={false}
          {...(state?.ok === false ? { status: 'error' } : {})}
          onChange={({ target }) => onChange?.(target.value)}
        />
        {state?.ok ? <span className={styles.soft}>{say(state.condition)}</span> : null}
        {state?.ok === false ? (
          <span className={styles.bad}>{t('edit.whenWrong', { error: read(wordsOfFault(state.error)) })}</span>
        ) : null}
      </div>
      <div className={styles.item}>
        <span>{t('edit.whenAdd')}</span>
        <span className={styles.pair}>
          <Select<string | null>
            aria-label={t('edit.whenField')}
            value={field}
            placeholder={t('edit.whenField')}
            onChange={setField}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={codes.map(({ code, label }) => ({ value: code, label: read(label) }))}
          />
          <Select<string | null>
            aria-label={t('edit.whenValue')}
            value={null}
            placeholder={t('edit.whenValue')}
            disabled={chosen === undefined}
            popupMatchSelectWidth={false}
            onChange={(value) => {
              if (value !== null) add(value);
            }}
            options={
              chosen?.kind === 'boolean'
                ? [
                    { value: 'true', label: t('edit.yes') },
                    { value: 'false', label: t('edit.no') },
                  ]
                : (chosen?.options ?? []).map(({ value, label }) => ({ value, label: read(label) }))
            }
          />
        </span>
      </div>
    </>
  );
}
