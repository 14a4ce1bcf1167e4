import { fieldsOfNoun, readRowCondition, type SubjectNoun, subjectNouns } from '@linli/domain';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFileNeed } from '../../../../features/forms/file-need.ts';
import { useListPartners } from '../../../../features/partners/list-partners.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { DayInput } from '../../words/day-input.tsx';
import { siteToday } from '../../words/site-time.ts';
import { CommitteeSelect } from '../committee-select.tsx';
import { ConditionInput } from '../edit/condition-input.tsx';
import { servedBesides, useServedField } from './use-served-field.ts';

type Values = {
  partnerId?: string;
  noun: SubjectNoun;
  rowsWhen?: string;
  areaIds?: string[];
  fields: string[];
  purpose: string;
  law: string;
  until: string;
};

/** A need for data of the registers; nothing is served before the street has approved it. */
export function NeedForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['forms', 'ui']);
  const served = useServedField();
  const { mutateAsync } = useFileNeed();
  const partners = (useListPartners({}).data?.partners ?? []).filter(({ active }) => active);
  const [form] = Form.useForm<Values>();
  const noun = Form.useWatch('noun', form) ?? 'person';
  const needed = (label: string, min = 1) => [
    { required: true, min, whitespace: true, message: t('ui:problem.required', { label }) },
  ];
  return (
    <ActionForm<Values>
      form={form}
      title={t('forms:needs.file')}
      explains={t('forms:needs.formExplains')}
      submitLabel={t('forms:needs.submit')}
      doneWords={t('forms:needs.filed')}
      width={640}
      initialValues={{ noun: 'person', until: siteToday(new Date(), 180) }}
      onSubmit={({ rowsWhen, partnerId, ...values }) =>
        mutateAsync({ ...values, rowsWhen: rowsWhen ?? '', ...(partnerId === undefined ? {} : { partnerId }) })
      }
      onClose={onClose}
    >
      <Form.Item name="purpose" label={t('forms:needs.purpose')} rules={needed(t('forms:needs.purpose'), 4)}>
        <Input autoFocus maxLength={400} />
      </Form.Item>
      <Form.Item name="law" label={t('forms:column.law')} rules={needed(t('forms:column.law'), 4)}>
        <Input maxLength={300} />
      </Form.Item>
      {partners.length === 0 ? null : (
        <Form.Item name="partnerId" label={t('forms:needs.forPartner')} extra={t('forms:needs.forPartnerHint')}>
          <Select allowClear options={partners.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Form.Item name="noun" label={t('forms:edit.rows')}>
        <Select
          options={subjectNouns.map((value) => ({ value, label: t(`forms:rowsOf.${value}`) }))}
          onChange={() => form.setFieldsValue({ fields: [], rowsWhen: '' })}
        />
      </Form.Item>
      <Form.Item
        name="rowsWhen"
        rules={[
          {
            validator: (_, text: string | undefined) =>
              !text || readRowCondition(text, noun).ok
                ? Promise.resolve()
                : Promise.reject(new Error(t('forms:edit.whenNotRead'))),
            validateTrigger: 'onSubmit',
          },
        ]}
      >
        <ConditionInput noun={noun} />
      </Form.Item>
      <Form.Item name="areaIds" label={t('forms:edit.areas')}>
        <CommitteeSelect />
      </Form.Item>
      <Form.Item
        name="fields"
        label={t('forms:needs.fieldsLabel')}
        rules={[{ required: true, message: t('ui:problem.required', { label: t('forms:needs.fieldsLabel') }) }]}
      >
        <Select
          mode="multiple"
          maxCount={60}
          placeholder={t('forms:needs.fieldsHint')}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...servedBesides, ...fieldsOfNoun(noun).map(({ code }) => code)].map((value) => ({
            value,
            label: served(noun, value),
          }))}
        />
      </Form.Item>
      <Form.Item name="until" label={t('forms:needs.untilLabel')} rules={needed(t('forms:needs.untilLabel'))}>
        <DayInput min={siteToday(new Date())} clearable={false} />
      </Form.Item>
    </ActionForm>
  );
}
