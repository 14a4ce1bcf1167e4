import type { CaseTypeDefinition } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import { Choice, LocalTextInput, NumberInput, Several, TextInput, YesNo } from './inputs.tsx';
import { put } from './put.ts';

export type SectionProps = {
  readonly type: CaseTypeDefinition;
  readonly onChange: (type: CaseTypeDefinition) => void;
};

const groups = [
  'cleanliness',
  'advertising',
  'roads',
  'street-order',
  'noise-air',
  'fire-safety',
  'building',
  'repair',
  'waste',
  'voice',
  'hand',
  'other',
] as const;
const reporters = ['anonymous', 'resident', 'worker', 'desk', 'unit', 'committee', 'import'] as const;

/** Name, who may report, who sees it, how it begins. */
export function BasicsSection({ type, onChange }: SectionProps) {
  const { t } = useTranslation(['types', 'office']);
  const local = useLocalText();
  const known = groups.some((group) => group === type.group) ? [] : [{ value: type.group, label: type.group }];
  const flags = ['needsPlace', 'selfHandle', 'answerAll', 'childOnly', 'shareable', 'calls'] as const;
  const units = type.form.filter(({ kind }) => kind === 'unit');
  return (
    <>
      <LocalTextInput label={t('types:part.name')} value={type.name} onChange={(name) => onChange({ ...type, name })} />
      <LocalTextInput
        label={t('types:part.hint')}
        value={type.hint}
        onChange={(hint) => onChange(put(type, 'hint', hint.zh === '' ? undefined : hint))}
      />
      <Choice
        label={t('types:part.group')}
        value={type.group}
        options={[...groups.map((value) => ({ value: value as string, label: t(`types:group.${value}`) })), ...known]}
        onChange={(group) => onChange({ ...type, group })}
      />
      <TextInput label={t('types:part.icon')} value={type.icon} mono onChange={(icon) => onChange({ ...type, icon })} />
      <Choice
        label={t('types:part.ref')}
        value={type.standard.ref}
        options={(['GB/T 47678.5-2026', 'GB/T 30428.2-2013', 'local'] as const).map((value) => ({
          value,
          label: value === 'local' ? t('office:types.local') : value,
        }))}
        onChange={(ref) => onChange({ ...type, standard: { ...type.standard, ref } })}
      />
      <TextInput
        label={t('types:part.code')}
        value={type.standard.code}
        mono
        onChange={(code) => onChange({ ...type, standard: { ...type.standard, code } })}
      />
      <Several
        label={t('types:part.synonyms')}
        value={type.synonyms}
        onChange={(synonyms) => onChange({ ...type, synonyms })}
      />
      <Several
        label={t('types:part.reporters')}
        value={type.reporters}
        options={reporters.map((value) => ({ value, label: t(`office:reporterKind.${value}`) }))}
        onChange={(value) => onChange({ ...type, reporters: value })}
      />
      <Choice
        label={t('types:part.visibility')}
        value={type.visibility}
        options={(['public', 'private', 'sealed'] as const).map((value) => ({
          value,
          label: t(`types:visible.${value}`),
        }))}
        onChange={(visibility) => onChange({ ...type, visibility })}
      />
      {type.visibility === 'sealed' || type.about !== undefined ? (
        <Choice
          label={t('types:part.about')}
          value={type.about}
          options={units.map((field) => ({ value: field.key, label: local(field.label) }))}
          onClear={() => onChange(put(type, 'about', undefined))}
          onChange={(about) => onChange({ ...type, about })}
        />
      ) : null}
      <Choice
        label={t('types:part.accept')}
        value={type.accept}
        options={[
          { value: 'at-once', label: t('office:types.acceptAtOnce') },
          { value: 'desk', label: t('office:types.acceptDesk') },
        ]}
        onChange={(accept) => onChange({ ...type, accept })}
      />
      {flags.map((flag) => (
        <YesNo
          key={flag}
          label={t(`types:part.${flag}`)}
          value={type[flag]}
          onChange={(value) => onChange({ ...type, [flag]: value })}
        />
      ))}
      <NumberInput
        label={t('types:part.radiusMetres')}
        value={type.duplicates.radiusMetres}
        min={0}
        max={5000}
        onChange={(value) => onChange({ ...type, duplicates: { ...type.duplicates, radiusMetres: value ?? 0 } })}
      />
      <NumberInput
        label={t('types:part.days')}
        value={type.duplicates.days}
        min={0}
        max={90}
        onChange={(value) => onChange({ ...type, duplicates: { ...type.duplicates, days: value ?? 0 } })}
      />
    </>
  );
}
