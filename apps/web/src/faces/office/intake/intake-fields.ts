import type { CallInput } from '@linli/client';
import type { reportCase } from '@linli/contract';
import type { CaseTypeDefinition, LocalText } from '@linli/domain';
import type { TFunction } from 'i18next';
import { type NamedOptions, typeFormFields, typeFormValues } from '../../../features/cases/type-form.ts';
import type { FormField, FormValues } from '../../../ui/form-field.ts';
import type { LngLat } from '../../../ui/map/map-view-props.ts';

export type IntakePlace = LngLat & { readonly address: string };

/** What the desk or a unit is asked: the words first, then the type, what the type asks, photos and whether it is urgent. */
export function intakeFields(
  types: readonly CaseTypeDefinition[],
  type: CaseTypeDefinition | undefined,
  words: { readonly t: TFunction<'office'>; readonly read: (text: LocalText) => string; readonly isDesk: boolean },
  named: NamedOptions,
): FormField[] {
  const { t, read, isDesk } = words;
  const least = type?.evidence.report ?? 0;
  return [
    {
      key: 'words',
      kind: 'textarea',
      label: t('intake.words'),
      hint: t(isDesk ? 'intake.wordsHint' : 'intake.wordsHintUnit'),
      required: true,
      maxLength: 2000,
    },
    {
      key: 'typeCode',
      kind: 'select',
      label: t('intake.type'),
      required: true,
      options: types.map(({ code, name }) => ({ value: code, label: read(name) })),
    },
    ...(type === undefined ? [] : typeFormFields(type, read, named)),
    { key: 'spot', kind: 'text', label: t('intake.spot'), hint: t('intake.spotHint'), maxLength: 60 },
    { key: 'photos', kind: 'photo', label: t('photos'), required: least > 0, min: least },
    { key: 'urgent', kind: 'boolean', label: t('intake.urgent') },
  ];
}

/** The form as the contract takes it; `photos` are the hashes of those already sent. */
export function intakeInput(
  values: FormValues,
  type: CaseTypeDefinition,
  place: IntakePlace | null,
  photos: string[],
): CallInput<typeof reportCase> {
  const text = (key: string) => (typeof values[key] === 'string' ? values[key].trim() : '');
  const address = [place?.address ?? '', text('spot')].filter((each) => each !== '').join(' ');
  return {
    typeCode: type.code,
    words: text('words'),
    place: place === null ? null : { lng: place.lng, lat: place.lat, address: address.slice(0, 200) },
    form: typeFormValues(type, values),
    photos,
    urgent: values.urgent === true,
  };
}
