import type { RegisterField } from '@linli/domain';
import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';
import { DayInput } from '../../words/day-input.tsx';
import { siteToday } from '../../words/site-time.ts';

export type TypedValue = string | number | boolean | undefined;
export type FieldInputProps = {
  readonly field: RegisterField;
  readonly id?: string;
  readonly value?: TypedValue | null;
  readonly onChange?: (value: TypedValue) => void;
  readonly autoFocus?: boolean;
};

/** The control for one field of the registers, by its kind; nothing typed = undefined. */
export function FieldInput({ field, id, value, onChange, autoFocus }: FieldInputProps) {
  const { t } = useTranslation('subjects');
  const read = useReadText();
  const common = { ...(id === undefined ? {} : { id }), ...(autoFocus === true ? { autoFocus } : {}) };
  switch (field.kind) {
    case 'boolean':
      return (
        <Select<string>
          {...common}
          allowClear
          value={typeof value === 'boolean' ? String(value) : null}
          onChange={(next?: string) => onChange?.(next === undefined ? undefined : next === 'true')}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
        />
      );
    case 'code':
      return (
        <Select<string>
          {...common}
          allowClear
          value={typeof value === 'string' ? value : null}
          onChange={(next?: string) => onChange?.(next)}
          options={(field.options ?? []).map((option) => ({ value: option.value, label: read(option.label) }))}
        />
      );
    case 'date':
      return (
        <DayInput
          {...common}
          value={typeof value === 'string' ? value : ''}
          {...(looksAhead.has(field.code) ? {} : { max: siteToday(new Date()) })}
          onChange={(day) => onChange?.(day === '' ? undefined : day)}
        />
      );
    case 'number':
      return (
        <InputNumber<number>
          {...common}
          min={0}
          max={1e9}
          style={{ width: '100%' }}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onChange?.(next ?? undefined)}
        />
      );
    case 'text':
    case 'secret':
      return (
        <Input
          {...common}
          maxLength={200}
          autoComplete="off"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange?.(event.target.value === '' ? undefined : event.target.value)}
        />
      );
  }
}

/** Days that may lie ahead: until when a paper is good. */
const looksAhead: ReadonlySet<string> = new Set(['permitUntil', 'foodLicenceUntil']);
