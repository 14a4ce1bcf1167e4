import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../words/day-input.tsx';

/** From when and why: every change of borders says both. */
export function ChangeItems() {
  const { t } = useTranslation(['places', 'ui']);
  const required = (label: string) => [{ required: true, message: t('ui:problem.required', { label }) }];
  return (
    <>
      <Form.Item name="validFrom" label={t('places:change.from')} rules={required(t('places:change.from'))}>
        <DayInput />
      </Form.Item>
      <Form.Item name="reason" label={t('places:change.reason')} rules={required(t('places:change.reason'))}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
    </>
  );
}
