import type { CaseDetail, SharedCaseView } from '@linli/contract';
import { Checkbox, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useListPartners } from '../../../features/partners/list-partners.ts';
import { useShareCase } from '../../../features/partners/share-case.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { useLocalText } from '../words/use-local-text.ts';

type Values = { partnerId: string; summary: string; ourPart: string; theirPart: string; fields: string[] };
export type ShareFormProps = {
  readonly detail: CaseDetail;
  readonly shares: readonly SharedCaseView[];
  readonly onClose: () => void;
};

/** What the other side should know and do. Starts without the report's own words: they may hold a name or a number. */
export function ShareForm({ detail, shares, onClose }: ShareFormProps) {
  const { t } = useTranslation(['partners', 'ui']);
  const local = useLocalText();
  const { mutateAsync } = useShareCase();
  const { data, isPending } = useListPartners({});
  const taken = new Set(shares.map((share) => share.partner.id));
  const free = (data?.partners ?? []).filter((partner) => partner.active && !taken.has(partner.id));
  const answered = detail.type.form.filter(
    (field) => !field.personal && !field.required && (detail.form[field.key] ?? '') !== '',
  );
  const offered = [
    ...(detail.place.address === '' ? [] : [{ value: 'address', label: t('partners:field.address') }]),
    ...(detail.place.lng === null ? [] : [{ value: 'point', label: t('partners:field.point') }]),
    ...answered.map((field) => ({ value: `form.${field.key}`, label: local(field.label) })),
  ];
  const required = (label: string) => [
    { required: true, whitespace: true, message: t('ui:problem.required', { label }) },
  ];
  const [form] = Form.useForm<Values>();
  const only = free.length === 1 ? free[0]?.id : undefined;
  // The list may come after the form.
  useEffect(() => {
    if (only !== undefined && form.getFieldValue('partnerId') === undefined) form.setFieldValue('partnerId', only);
  }, [only, form]);
  return (
    <ActionForm<Values>
      title={t('partners:share.title')}
      explains={free.length === 0 && !isPending ? t('partners:share.none') : t('partners:share.explains')}
      submitLabel={t('partners:share.submit')}
      doneWords={t('partners:share.done')}
      width={600}
      form={form}
      initialValues={{ fields: offered.map((each) => each.value) }}
      onSubmit={(values) => mutateAsync({ caseId: detail.id, ...values })}
      onClose={onClose}
    >
      <Form.Item name="partnerId" label={t('partners:share.partner')} rules={required(t('partners:share.partner'))}>
        <Select loading={isPending} options={free.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item
        name="summary"
        label={t('partners:share.summary')}
        extra={t('partners:share.summaryHint')}
        rules={[
          ...required(t('partners:share.summary')),
          { min: 4, message: t('ui:problem.tooShort', { label: t('partners:share.summary'), min: 4 }) },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="ourPart" label={t('partners:share.ourPart')} rules={required(t('partners:share.ourPart'))}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="theirPart" label={t('partners:share.theirPart')} rules={required(t('partners:share.theirPart'))}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="fields" label={t('partners:share.fields')} extra={t('partners:share.fieldsHint')}>
        <Checkbox.Group options={offered} />
      </Form.Item>
    </ActionForm>
  );
}
