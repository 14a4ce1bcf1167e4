import type { FieldCondition, FormField } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import { answersOf, type ChosenAnswer, conditionOf } from './field-condition.ts';
import { Choice, NumberInput, Several } from './inputs.tsx';

/** On which answer of an earlier field something hangs, or on none. */
export function ConditionInput(props: {
  readonly when: 'shownWhen' | 'requiredWhen';
  readonly value: FieldCondition | undefined;
  readonly earlier: readonly FormField[];
  readonly onChange: (condition: FieldCondition | undefined) => void;
}) {
  const { when, value, earlier, onChange } = props;
  const { t } = useTranslation(['types', 'common']);
  const local = useLocalText();
  const fields = earlier.filter(({ kind }) => askable.has(kind));
  if (fields.length === 0 && value === undefined) return null;
  const on = earlier.find(({ key }) => key === value?.field);
  const options = fields.map((field) => ({ value: field.key, label: local(field.label) }));
  // One that stands later by now, or is gone, is still shown: it is the draft's fault to see, not to lose.
  const known = value === undefined || options.some((one) => one.value === value.field);
  const answers = answersOf(on).map((one) => ({
    value: one.value,
    label: one.label === null ? t(`common:answer.${one.value === 'true' ? 'yes' : 'no'}`) : local(one.label),
  }));
  return (
    <>
      <Choice
        label={t(`types:part.${when}`)}
        value={value?.field}
        options={known ? options : [...options, { value: value.field, label: value.field }]}
        onClear={() => onChange(undefined)}
        onChange={(key) =>
          onChange(
            conditionOf(
              earlier.find((field) => field.key === key),
              [],
            ) ?? { field: key, is: '' },
          )
        }
      />
      {value === undefined ? null : (
        <AnswerInput label={t(`types:part.${when}Is`)} value={value} on={on} answers={answers} onChange={onChange} />
      )}
    </>
  );
}

const askable: ReadonlySet<FormField['kind']> = new Set(['select', 'multi-select', 'boolean', 'number']);

function AnswerInput(props: {
  readonly label: string;
  readonly value: FieldCondition;
  readonly on: FormField | undefined;
  readonly answers: readonly { readonly value: ChosenAnswer; readonly label: string }[];
  readonly onChange: (condition: FieldCondition) => void;
}) {
  const { label, value, on, answers, onChange } = props;
  if (typeof value.is === 'number' || on?.kind === 'number')
    return (
      <NumberInput
        label={label}
        value={typeof value.is === 'number' ? value.is : undefined}
        onChange={(is) => onChange({ ...value, is: is ?? 0 })}
      />
    );
  const chosen = [value.is].flat().map(String);
  const all = [...answers, ...chosen.filter((one) => !answers.some((each) => each.value === one)).map(asOption)];
  return (
    <Several
      label={label}
      value={chosen.filter((one) => one !== '')}
      options={all.filter((one) => one.value !== '')}
      onChange={(next) => onChange(conditionOf(on, next) ?? { ...value, is: next })}
    />
  );
}

function asOption(value: string): { value: string; label: string } {
  return { value, label: value };
}
