import { findRegisterField, type SubjectNoun, wordsOfTerm } from '@linli/domain';
import { Button, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../words/day-input.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import {
  type Condition,
  conditionOps,
  fieldOfTerm,
  kindOfTerm,
  mostConditions,
  ruleTermOf,
  startCondition,
} from './condition.ts';
import styles from './tags-page.module.css';

export type ConditionListProps = {
  readonly noun: SubjectNoun;
  /** What may be asked, as `person.careLevel`. */
  readonly terms: readonly string[];
  readonly conditions: readonly Condition[];
  readonly addLabel: string;
  /** Stands before the button that adds one. */
  readonly before?: ReactNode;
  /** Stands behind it. */
  readonly behind?: ReactNode;
  readonly onChange: (conditions: readonly Condition[]) => void;
};

/** Conditions over fields, one a line: what, how compared, with which value. */
export function ConditionList({ noun, terms, conditions, addLabel, before, behind, onChange }: ConditionListProps) {
  const { t } = useTranslation('tags');
  const local = useLocalText();
  const options = terms.flatMap((value) => {
    const term = ruleTermOf(value);
    return term === null ? [] : [{ value, label: local(wordsOfTerm(term, noun)) }];
  });
  const [first] = terms;
  return (
    <>
      {conditions.map((line) => (
        <div key={line.id} className={styles.line}>
          <Select<string>
            className={styles.term ?? ''}
            aria-label={t('conditionTerm')}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={320}
            value={line.term}
            options={options}
            onChange={(term) =>
              onChange(conditions.map((each) => (each.id === line.id ? startCondition(line.id, term) : each)))
            }
          />
          <ConditionRest
            line={line}
            onChange={(next) => onChange(conditions.map((each) => (each.id === next.id ? next : each)))}
          />
          <Button type="text" onClick={() => onChange(conditions.filter(({ id }) => id !== line.id))}>
            {t('removePart')}
          </Button>
        </div>
      ))}
      <div className={styles.line}>
        {before}
        {first === undefined ? null : (
          <Button
            disabled={conditions.length >= mostConditions}
            onClick={() =>
              onChange([...conditions, startCondition(Math.max(0, ...conditions.map(({ id }) => id)) + 1, first)])
            }
          >
            {addLabel}
          </Button>
        )}
        {behind}
      </div>
    </>
  );
}

function ConditionRest({ line, onChange }: { readonly line: Condition; readonly onChange: (line: Condition) => void }) {
  const { t } = useTranslation('tags');
  return (
    <>
      <Select<Condition['op']>
        className={styles.op ?? ''}
        aria-label={t('conditionOp')}
        value={line.op}
        options={conditionOps[kindOfTerm(line.term)].map((value) => ({ value, label: t(`ops.${value}`) }))}
        onChange={(op) => onChange({ ...line, op, value: op === 'from' || op === 'until' ? line.value : null })}
      />
      <ConditionValue line={line} onChange={onChange} />
    </>
  );
}

function ConditionValue({
  line,
  onChange,
}: {
  readonly line: Condition;
  readonly onChange: (line: Condition) => void;
}) {
  const { t } = useTranslation('tags');
  const local = useLocalText();
  const { term, op, value } = line;
  if (op === 'in') {
    const place = fieldOfTerm(term);
    const field = place === null ? undefined : findRegisterField(place.noun, place.code);
    return (
      <Select<string[]>
        mode="multiple"
        className={styles.tags ?? ''}
        aria-label={t('conditionValue')}
        placeholder={t('conditionValue')}
        showSearch={{ optionFilterProp: 'label' }}
        value={Array.isArray(value) ? [...value] : []}
        options={(field?.options ?? []).map((option) => ({ value: option.value, label: local(option.label) }))}
        onChange={(chosen) => onChange({ ...line, value: chosen })}
      />
    );
  }
  if (op !== 'from' && op !== 'until') return null;
  if (kindOfTerm(term) === 'date')
    return (
      <DayInput
        label={t('conditionValue')}
        value={typeof value === 'string' ? value : ''}
        onChange={(day) => onChange({ ...line, value: day === '' ? null : day })}
      />
    );
  return (
    <InputNumber<number>
      aria-label={t('conditionValue')}
      min={0}
      max={1e9}
      value={typeof value === 'number' ? value : null}
      onChange={(next) => onChange({ ...line, value: next })}
    />
  );
}
