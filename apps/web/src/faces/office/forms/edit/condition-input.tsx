import { readRowCondition, type SubjectNoun, wordsOfFault } from '@linli/domain';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';
import styles from '../forms.module.css';
import { ConditionAdder } from './condition-adder.tsx';
import { joinCondition } from './condition-text.ts';
import { useConditionWords } from './use-condition-words.ts';

export type ConditionInputProps = {
  readonly noun: SubjectNoun;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (text: string) => void;
};

/** Which rows: the condition is said in words as it is written; conditions can be put in from lists. */
export function ConditionInput({ noun, id = 'form-when', value: when = '', onChange }: ConditionInputProps) {
  const { t } = useTranslation('forms');
  const read = useReadText();
  const say = useConditionWords();
  const state = when.trim() === '' ? null : readRowCondition(when, noun);
  return (
    <>
      <div className={styles.item}>
        <label htmlFor={id}>{t('edit.when')}</label>
        <Input
          id={id}
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
      <ConditionAdder noun={noun} onAdd={(condition) => onChange?.(joinCondition(when, condition))} />
    </>
  );
}
