import { askedFields, type FormField } from '@linli/domain';
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isOfKind } from '../../../features/cases/type-form.ts';
import { useListUnits } from '../../../features/org/list-units.ts';
import { DayInput, TimeInput } from '../words/day-input.tsx';
import { UnitSelect } from '../words/unit-select.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { MediatorSelect } from './mediator-select.tsx';
import { RoomSelect } from './room-select.tsx';

export type StageFieldsProps = {
  readonly form: readonly FormField[];
  /** The case and stage the form belongs to: mediators are suggested for it. */
  readonly at?: { readonly caseId: string; readonly stage: string };
};

/** The fields of a stage or case type in a dialog, named `form.<key>` as the server names them. */
export function StageFields({ form, at }: StageFieldsProps) {
  const { t } = useTranslation(['office', 'ui']);
  const local = useLocalText();
  const values: Record<string, unknown> | undefined = Form.useWatch('form');
  return askedFields(form, values ?? {}).map((field) => {
    const label = local(field.label);
    const isChoice = !['text', 'textarea', 'number', 'money'].includes(field.kind);
    const message = t(isChoice ? 'ui:problem.requiredChoice' : 'ui:problem.required', { label });
    return (
      <Form.Item
        key={field.key}
        name={['form', field.key]}
        label={field.required ? label : `${label}${t('office:optionalMark')}`}
        extra={field.hint === undefined ? undefined : local(field.hint)}
        rules={[
          {
            required: field.required,
            message,
            ...(field.kind.startsWith('text') ? { whitespace: field.required } : {}),
          },
        ]}
      >
        <StageControl field={field} label={label} at={at} />
      </Form.Item>
    );
  });
}

/** Given `id`, `value` and `onChange` by the form's item, handed on to the control of the kind. */
function StageControl({
  field,
  label,
  at,
  ...given
}: {
  readonly field: FormField;
  readonly label: string;
  readonly at: StageFieldsProps['at'];
}): ReactElement {
  const { t } = useTranslation(['ui', 'common']);
  const local = useLocalText();
  const options = (field.options ?? []).map((option) => ({ value: option.value, label: local(option.label) }));
  switch (field.kind) {
    case 'text':
      return <Input {...given} maxLength={field.max ?? 200} />;
    case 'textarea':
      return <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: 10 }} maxLength={field.max ?? 2000} />;
    case 'number':
      return <InputNumber {...given} stringMode {...limitsOf(field, 1)} style={{ width: 200 }} />;
    case 'money':
      return (
        <InputNumber
          {...given}
          stringMode
          precision={2}
          {...limitsOf({ ...field, min: field.min ?? 0 }, 100)}
          suffix={t('ui:field.yuan')}
          style={{ width: 200 }}
        />
      );
    case 'select':
      return options.length <= 4 ? (
        <Radio.Group {...given} options={options} />
      ) : (
        <Select {...given} options={options} showSearch={{ optionFilterProp: 'label' }} />
      );
    case 'multi-select':
      return <Select {...given} mode="multiple" options={options} showSearch={{ optionFilterProp: 'label' }} />;
    case 'date':
      return <DayInput {...given} />;
    case 'time':
      return <TimeInput {...given} />;
    case 'boolean':
      return (
        <Radio.Group
          {...given}
          options={[
            { value: true, label: t('common:answer.yes') },
            { value: false, label: t('common:answer.no') },
          ]}
        />
      );
    case 'unit':
      return <UnitSelect {...given} label={label} allowClear />;
    case 'units':
      return <UnitsSelect {...given} unitKinds={field.unitKinds} />;
    case 'mediator':
      return <MediatorSelect {...given} field={field.key} at={at} />;
    case 'room':
      return <RoomSelect {...given} />;
  }
}

/** Several units by name. */
function UnitsSelect({ unitKinds, ...given }: Pick<FormField, 'unitKinds'>) {
  const { t } = useTranslation('org');
  const { data, isPending } = useListUnits({}, { staleTimeMs: 300_000 });
  const units = (data?.units ?? []).filter((unit) => unit.active && isOfKind(unit.kind, unitKinds));
  return (
    <Select
      {...given}
      mode="multiple"
      loading={isPending}
      placeholder={t('unit.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}

/** In the unit people type: `per` of the stored one. */
function limitsOf({ min, max }: Pick<FormField, 'min' | 'max'>, per: number) {
  return {
    ...(min === undefined ? {} : { min: String(min / per) }),
    ...(max === undefined ? {} : { max: String(max / per) }),
  };
}
