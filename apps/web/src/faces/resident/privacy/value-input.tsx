import type { CallOutput } from '@linli/client';
import type { getMyData } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../features/use-read-text.ts';
import { Choices } from '../../../ui/choices.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type HeldField = CallOutput<typeof getMyData>['groups'][number]['fields'][number];

type ValueInputProps = {
  readonly field: Pick<HeldField, 'kind' | 'options'>;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
};

/** What a value should be: chosen where it is one of several, a day, a number or words. */
export function ValueInput({ field, value, error, onChange }: ValueInputProps) {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const common = { required: true, label: t('rights.value'), error };
  switch (field.kind) {
    case 'boolean':
    case 'code': {
      const yesNo = (['yes', 'no'] as const).map((answer) => ({ value: answer, label: t(answer) }));
      const options = field.options.map((option) => ({ value: option.value, label: read(option.label) }));
      return (
        <Choices
          {...common}
          kind="one"
          values={value === '' ? [] : [value]}
          options={field.kind === 'boolean' ? yesNo : options}
          onChange={([chosen]) => onChange(chosen ?? '')}
        />
      );
    }
    case 'date':
      return <TextField {...common} type="date" value={value} onChange={onChange} />;
    case 'number':
      return <TextField {...common} type="number" min={0} step="any" value={value} onChange={onChange} />;
    case 'text':
    case 'secret':
      return <TextField {...common} value={value} onChange={onChange} autoComplete="off" />;
  }
}

/** What was said as the register keeps it; nothing said stays words, which the server refuses by name. */
export function readValue(kind: HeldField['kind'], value: string): string | number | boolean {
  if (kind === 'boolean' && value !== '') return value === 'yes';
  return kind === 'number' && value !== '' ? Number(value) : value;
}
