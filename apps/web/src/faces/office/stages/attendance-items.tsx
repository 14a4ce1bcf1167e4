import type { CaseDetail } from '@linli/contract';
import { attendanceStatuses } from '@linli/domain';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

/** Who of the task force came, unit by unit. */
export function AttendanceItems({ parts }: { readonly parts: CaseDetail['parts'] }) {
  const { t } = useTranslation('stages');
  return (
    <fieldset style={{ marginBottom: 16 }}>
      <legend>{t('attendance.title')}</legend>
      {parts.map((part, index) => (
        <div key={part.unitId}>
          <Form.Item name={['attendance', index, 'unitId']} hidden>
            <Input />
          </Form.Item>
          <Form.Item name={['attendance', index, 'status']} label={part.unitName} style={{ marginBottom: 8 }}>
            <Radio.Group options={attendanceStatuses.map((value) => ({ value, label: t(`attendance.${value}`) }))} />
          </Form.Item>
        </div>
      ))}
    </fieldset>
  );
}
