import type { RegisterField } from '@linli/domain';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';
import { DayInput } from '../../words/day-input.tsx';

export type AnswerValue = string | number | boolean;
export type AnswerControlProps = {
  readonly id: string;
  readonly kind: RegisterField['kind'];
  readonly options?:
    | readonly { readonly value: string; readonly label: { readonly zh: string; readonly en?: string | undefined } }[]
    | undefined;
  readonly disabled: boolean;
  readonly invalid: boolean;
  readonly onAnswer: (value: AnswerValue) => void;
  readonly onNext: () => void;
};

/** The control for one field of the registers. Chosen values are saved at once, typed ones with Enter or when the cursor leaves. */
export function AnswerControl({ id, kind, options, disabled, invalid, onAnswer, onNext }: AnswerControlProps) {
  const { t } = useTranslation('common');
  const read = useReadText();
  const status = invalid ? ({ status: 'error' } as const) : {};
  const choose = (value: AnswerValue) => {
    onNext();
    onAnswer(value);
  };
  switch (kind) {
    case 'code':
      return (
        <Select<string>
          id={id}
          {...status}
          disabled={disabled}
          style={{ flex: 1 }}
          showSearch={{ optionFilterProp: 'label' }}
          options={(options ?? []).map((option) => ({ value: option.value, label: read(option.label) }))}
          onChange={choose}
        />
      );
    case 'boolean':
      return (
        <Select<string>
          id={id}
          {...status}
          disabled={disabled}
          style={{ flex: 1 }}
          options={[
            { value: 'yes', label: t('answer.yes') },
            { value: 'no', label: t('answer.no') },
          ]}
          onChange={(value) => choose(value === 'yes')}
        />
      );
    case 'date':
      return <DayAnswer id={id} onAnswer={choose} />;
    default:
      return <TypedAnswer {...{ id, kind, disabled, invalid, onAnswer, onNext }} />;
  }
}

function DayAnswer({ id, onAnswer }: { readonly id: string; readonly onAnswer: (value: string) => void }) {
  const [day, setDay] = useState('');
  return (
    <DayInput
      id={id}
      value={day}
      onChange={(next) => {
        setDay(next);
        if (next !== '') onAnswer(next);
      }}
    />
  );
}

function TypedAnswer({ id, kind, disabled, invalid, onAnswer, onNext }: Omit<AnswerControlProps, 'options'>) {
  const [text, setText] = useState('');
  const [sent, setSent] = useState('');

  function leave(): void {
    const typed = text.trim();
    // What was not taken may be sent again as it is.
    if (typed === '' || (typed === sent && !invalid)) return;
    setSent(typed);
    onAnswer(kind === 'number' && Number.isFinite(Number(typed)) ? Number(typed) : typed);
  }

  return (
    <Input
      id={id}
      {...(invalid ? { status: 'error' } : {})}
      value={text}
      maxLength={200}
      readOnly={disabled}
      autoComplete="off"
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onPressEnter={onNext}
    />
  );
}
