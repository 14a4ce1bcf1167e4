import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useOpenChildCase } from '../../../features/cases/open-child-case.ts';
import { sentFormValues } from '../../../features/cases/type-form.ts';
import type { FormValue } from '../../../ui/form-field.ts';
import { ActionForm } from '../actions/action-form.tsx';
import type { CaseActionProps } from '../actions/case-action-props.ts';
import { WordsItem } from '../actions/words-item.tsx';
import { DayInput } from '../words/day-input.tsx';
import { siteToday } from '../words/site-time.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { StageFields } from './stage-fields.tsx';

type Values = {
  typeCode: string;
  unitId: string;
  words: string;
  handleBy?: string;
  form?: Record<string, FormValue>;
};

type OpenChildProps = CaseActionProps & {
  /** What the step opens; left out, it is chosen. */
  readonly typeCode?: string;
};

/** A duty or finding becomes a case of its own at the same place, with its unit and day. */
export function OpenChildAction({ detail, typeCode: given, onClose }: OpenChildProps) {
  const { t } = useTranslation(['stages', 'office', 'ui']);
  const local = useLocalText();
  const { mutateAsync } = useOpenChildCase();
  const types = useListCaseTypes({ for: 'all' }, { staleTimeMs: 300_000 });
  const [form] = Form.useForm<Values>();
  const typeCode = Form.useWatch('typeCode', form);
  const open = (types.data?.types ?? []).filter(({ active }) => active).map(({ definition }) => definition);
  const type = open.find(({ code }) => code === typeCode);
  const label = { type: t('stages:child.type'), unit: t('stages:duty.unit') };
  // Those made only this way are what one mostly wants.
  const options = open
    .toSorted((a, b) => Number(b.childOnly) - Number(a.childOnly))
    .map(({ code, name }) => ({ value: code, label: local(name) }));
  return (
    <ActionForm<Values>
      title={t('stages:child.title', { number: detail.number })}
      explains={t('stages:child.explains')}
      submitLabel={t('stages:child.submit')}
      doneWords={t('stages:child.done')}
      form={form}
      initialValues={
        given === undefined ? {} : ({ typeCode: given } as Partial<Values>) /* the rest is filled in by hand */
      }
      onSubmit={({ form: filled, handleBy, ...values }) =>
        mutateAsync({
          caseId: detail.id,
          seq: detail.seq,
          ...values,
          form: type === undefined ? {} : sentFormValues(type, filled ?? {}),
          ...(handleBy === undefined || handleBy === '' ? {} : { handleBy }),
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="typeCode"
        label={label.type}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label: label.type }) }]}
      >
        <Select autoFocus loading={types.isPending} options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name="unitId"
        label={label.unit}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label: label.unit }) }]}
      >
        <UnitSelect />
      </Form.Item>
      <WordsItem name="words" required autoFocus={false} label={t('stages:duty.words')} />
      <Form.Item name="handleBy" label={`${t('stages:duty.day')}${t('office:optionalMark')}`}>
        <DayInput min={siteToday(new Date())} />
      </Form.Item>
      {type === undefined ? null : <StageFields form={type.form} />}
    </ActionForm>
  );
}
