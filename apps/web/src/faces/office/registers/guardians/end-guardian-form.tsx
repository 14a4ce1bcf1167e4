import { guardianEndings } from '@linli/domain';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEndGuardian } from '../../../../features/registers/end-guardian.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { DayInput } from '../../words/day-input.tsx';
import { siteToday } from '../../words/site-time.ts';
import type { SubjectDetail } from '../subject/subject-detail.ts';

type Values = { reason: (typeof guardianEndings)[number]; on: string };

/** A guardianship that is over, or was entered by mistake. */
export function EndGuardianForm({
  detail,
  guardian,
  onClose,
}: {
  readonly detail: SubjectDetail;
  readonly guardian: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['registers', 'ui']);
  const { mutateAsync } = useEndGuardian();
  const { id: wardId, name } = detail.subject;
  const today = siteToday(new Date());
  const label = { reason: t('registers:guardian.reasonLabel'), on: t('registers:guardian.endOn') };
  return (
    <ActionForm<Values>
      title={t('registers:guardian.endTitle', { guardian: guardian.name, name })}
      explains={t('registers:guardian.endExplains')}
      submitLabel={t('registers:guardian.endSubmit')}
      doneWords={t('registers:guardian.endDone')}
      danger
      initialValues={{ on: today }}
      onSubmit={(values) => mutateAsync({ wardId, guardianId: guardian.id, ...values })}
      onClose={onClose}
    >
      <Form.Item<Values>
        name="reason"
        label={label.reason}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label: label.reason }) }]}
      >
        <Select
          autoFocus
          options={guardianEndings.map((value) => ({ value, label: t(`registers:guardian.reason.${value}`) }))}
        />
      </Form.Item>
      <Form.Item<Values>
        name="on"
        label={label.on}
        rules={[{ required: true, message: t('ui:problem.required', { label: label.on }) }]}
      >
        <DayInput max={today} clearable={false} />
      </Form.Item>
    </ActionForm>
  );
}
