import { useTranslation } from 'react-i18next';
import { Choices } from './choices.tsx';
import { type FormField, type FormValue, isPlaceValue, photosOf, textsOf } from './form-field.ts';
import { PhotoPicker } from './photo-picker.tsx';
import { PlaceField, type PlaceMap } from './place-field.tsx';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

export type { PlaceMap };

export type FormFieldControlProps = {
  readonly field: FormField;
  readonly id: string;
  readonly value: FormValue;
  readonly error: string | undefined;
  readonly placeMap?: PlaceMap | undefined;
  readonly onChange: (value: FormValue) => void;
};

// Up to this many options are seen at once; more go into the system's picker.
const CHOICES_AT_ONCE = 5;

/** The control for one field of a form. */
export function FormFieldControl({ field, id, value, error, placeMap, onChange }: FormFieldControlProps) {
  const { t } = useTranslation(['common', 'ui']);
  const words = { id, label: field.label, hint: field.hint, error, required: field.required };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      return <TextField {...words} value={text} onChange={onChange} />;
    case 'textarea':
      return <TextArea {...words} value={text} maxLength={field.maxLength} onChange={onChange} />;
    case 'number':
      return <TextField {...words} inputMode="decimal" unit={field.unit} value={text} onChange={onChange} />;
    case 'money':
      return <TextField {...words} inputMode="decimal" unit={t('ui:field.yuan')} value={text} onChange={onChange} />;
    case 'date':
      return <TextField {...words} type="date" value={text} onChange={onChange} />;
    case 'time':
      return <TextField {...words} type="datetime-local" value={text} onChange={onChange} />;
    case 'select':
      if (field.options.length > CHOICES_AT_ONCE) {
        return <Select {...words} value={text} options={field.options} onChange={onChange} />;
      }
      return (
        <Choices
          {...words}
          kind="one"
          values={text === '' ? [] : [text]}
          options={field.options}
          onChange={([chosen]) => onChange(chosen)}
        />
      );
    case 'multi-select':
      return <Choices {...words} kind="many" values={textsOf(value)} options={field.options} onChange={onChange} />;
    case 'boolean':
      return (
        <Choices
          {...words}
          kind="one"
          values={typeof value === 'boolean' ? [String(value)] : []}
          options={[
            { value: 'true', label: t('common:answer.yes') },
            { value: 'false', label: t('common:answer.no') },
          ]}
          onChange={([chosen]) => onChange(chosen === 'true')}
        />
      );
    case 'photo':
      return (
        <PhotoPicker
          {...words}
          photos={photosOf(value)}
          min={field.min}
          max={field.max}
          signable={field.signable}
          onChange={onChange}
        />
      );
    case 'place':
      return (
        <PlaceField
          {...words}
          value={isPlaceValue(value) ? value : { address: '' }}
          map={placeMap}
          onChange={onChange}
        />
      );
  }
}
