import type { PartnerView } from '@linli/contract';
import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSavePartner } from '../../../features/partners/save-partner.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { readCard } from './partner-card.ts';

type Values = { name: string; siteCode: string; baseUrl: string; publicKey: string; active: boolean };
export type PartnerFormProps = { readonly partner: PartnerView | undefined; readonly onClose: () => void };

/** Another site, filled in from the card its administrator handed over. */
export function PartnerForm({ partner, onClose }: PartnerFormProps) {
  const { t } = useTranslation(['partners', 'ui', 'common']);
  const { mutateAsync } = useSavePartner();
  const [form] = Form.useForm<Values>();
  const fields = [
    { name: 'name', label: t('partners:partner.name'), max: 60 },
    { name: 'siteCode', label: t('partners:partner.code'), hint: t('partners:partner.codeHint'), max: 60 },
    { name: 'baseUrl', label: t('partners:partner.url'), hint: t('partners:partner.urlHint'), max: 200 },
    { name: 'publicKey', label: t('partners:partner.key'), hint: t('partners:partner.keyHint'), max: 43 },
  ] as const;
  const known = partner
    ? {
        name: partner.name,
        siteCode: partner.siteCode,
        baseUrl: partner.baseUrl ?? '',
        publicKey: partner.publicKey ?? '',
        active: partner.active,
      }
    : { active: true };
  return (
    <ActionForm<Values>
      title={partner ? t('partners:partner.edit', { name: partner.name }) : t('partners:partner.add')}
      submitLabel={t('common:action.save')}
      doneWords={t('partners:partner.saved')}
      form={form}
      initialValues={known}
      onSubmit={(values) => mutateAsync({ ...(partner ? { partnerId: partner.id } : {}), ...values })}
      onClose={onClose}
    >
      {partner ? null : (
        <Form.Item label={t('partners:partner.paste')} extra={t('partners:partner.pasteHint')} htmlFor="partner-paste">
          <Input.TextArea
            id="partner-paste"
            autoFocus
            autoSize={{ minRows: 4, maxRows: 4 }}
            onChange={(event) => {
              const card = readCard(event.target.value);
              if (card) form.setFieldsValue(card);
            }}
          />
        </Form.Item>
      )}
      {fields.map((field) => (
        <Form.Item
          key={field.name}
          name={field.name}
          label={field.label}
          extra={'hint' in field ? field.hint : undefined}
          rules={[{ required: true, whitespace: true, message: t('ui:problem.required', { label: field.label }) }]}
        >
          <Input maxLength={field.max} />
        </Form.Item>
      ))}
      <Form.Item name="active" valuePropName="checked" noStyle>
        <Checkbox>{t('partners:partner.active')}</Checkbox>
      </Form.Item>
    </ActionForm>
  );
}
