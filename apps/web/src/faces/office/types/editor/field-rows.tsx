import { type FormField, formFieldKinds } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import { ConditionInput } from './condition-input.tsx';
import { Choice, LocalTextInput, NumberInput, TextInput, YesNo } from './inputs.tsx';
import { MatchInput } from './match-input.tsx';
import { freshKey, put } from './put.ts';
import { RowList } from './row-list.tsx';

/** The fields of a form: of the report, of a stage, of closing. */
export function FieldRows(props: {
  readonly fields: readonly FormField[];
  readonly most: number;
  /** The form of the report, where these are asked later. */
  readonly report?: readonly FormField[];
  /** A stage's form: its answers may be told to whoever reported it. */
  readonly isStage?: boolean;
  readonly onChange: (fields: FormField[]) => void;
}) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  return (
    <RowList<FormField>
      what={t('what.field')}
      rows={props.fields}
      most={props.most}
      onChange={props.onChange}
      nameOf={(field) => `${local(field.label)}${field.required ? ' *' : ''}`}
      fresh={() => ({
        key: freshKey(
          'field',
          props.fields.map(({ key }) => key),
        ),
        kind: 'text',
        label: { zh: t('what.field') },
        required: false,
        personal: false,
      })}
    >
      {(field, change) => (
        <OneField
          field={field}
          earlier={props.fields.slice(0, props.fields.indexOf(field))}
          report={props.report ?? props.fields}
          isStage={props.isStage ?? false}
          onChange={change}
        />
      )}
    </RowList>
  );
}

type FieldProps = {
  readonly field: FormField;
  readonly earlier: readonly FormField[];
  readonly report: readonly FormField[];
  readonly isStage: boolean;
  readonly onChange: (field: FormField) => void;
};

function OneField({ field, earlier, report, isStage, onChange }: FieldProps) {
  const { t } = useTranslation('types');
  const chooses = field.kind === 'select' || field.kind === 'multi-select';
  function setKind(kind: FormField['kind']): void {
    const picks = kind === 'select' || kind === 'multi-select';
    const options = picks ? (field.options ?? [{ value: 'option1', label: { zh: t('what.option') } }]) : undefined;
    const match = kind === 'mediator' ? field.match : undefined;
    onChange(put(put({ ...field, kind }, 'options', options), 'match', match));
  }
  return (
    <>
      <LocalTextInput label={t('part.label')} value={field.label} onChange={(label) => onChange({ ...field, label })} />
      <TextInput label={t('part.key')} value={field.key} mono onChange={(key) => onChange({ ...field, key })} />
      <Choice
        label={t('part.kind')}
        value={field.kind}
        options={formFieldKinds.map((value) => ({ value, label: t(`fieldKind.${value}`) }))}
        onChange={setKind}
      />
      <YesNo
        label={t('part.required')}
        value={field.required}
        onChange={(required) => onChange({ ...field, required })}
      />
      <YesNo
        label={t('part.personal')}
        value={field.personal}
        onChange={(personal) => onChange({ ...field, personal })}
      />
      {isStage ? (
        <YesNo
          label={t('part.toldReporter')}
          value={field.told ?? false}
          onChange={(told) => onChange(put(field, 'told', told ? true : undefined))}
        />
      ) : null}
      <NumberInput label={t('part.min')} value={field.min} onChange={(value) => onChange(put(field, 'min', value))} />
      <NumberInput label={t('part.max')} value={field.max} onChange={(value) => onChange(put(field, 'max', value))} />
      <LocalTextInput
        label={t('part.hint')}
        value={field.hint}
        onChange={(hint) => onChange(put(field, 'hint', hint.zh === '' ? undefined : hint))}
      />
      {(['shownWhen', 'requiredWhen'] as const).map((when) => (
        <ConditionInput
          key={when}
          when={when}
          value={field[when]}
          earlier={earlier}
          onChange={(condition) => onChange(put(field, when, condition))}
        />
      ))}
      {field.kind === 'mediator' ? (
        <MatchInput match={field.match} report={report} onChange={(match) => onChange(put(field, 'match', match))} />
      ) : null}
      {chooses ? (
        <OptionRows options={field.options ?? []} onChange={(options) => onChange({ ...field, options })} />
      ) : null}
    </>
  );
}

type FieldOption = NonNullable<FormField['options']>[number];

function OptionRows(props: {
  readonly options: readonly FieldOption[];
  readonly onChange: (options: FieldOption[]) => void;
}) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  return (
    <RowList<FieldOption>
      what={t('what.option')}
      rows={props.options}
      most={60}
      onChange={props.onChange}
      nameOf={(option) => local(option.label)}
      fresh={() => ({
        value: freshKey(
          'option',
          props.options.map(({ value }) => value),
        ),
        label: { zh: t('what.option') },
      })}
    >
      {(option, change) => (
        <>
          <LocalTextInput
            label={t('part.label')}
            value={option.label}
            onChange={(label) => change({ ...option, label })}
          />
          <TextInput
            label={t('part.value')}
            value={option.value}
            mono
            onChange={(value) => change({ ...option, value })}
          />
        </>
      )}
    </RowList>
  );
}
