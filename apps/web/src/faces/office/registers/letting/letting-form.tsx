import { addDays, type LettingFault, lettingDays, lettingFaultCodes, lettingFaults } from '@linli/domain';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRecordLettingCheck } from '../../../../features/registers/record-letting-check.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { DayInput } from '../../words/day-input.tsx';
import { siteToday } from '../../words/site-time.ts';
import styles from '../registers.module.css';

type Values = { on: string; failed: LettingFault[]; mendBy?: string };

/** A let home was looked at: what fails is ticked, and has a day to be mended by. */
export function LettingForm({
  home,
  onClose,
}: {
  readonly home: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['registers', 'ui']);
  const read = useReadText();
  const { mutateAsync } = useRecordLettingCheck();
  const [form] = Form.useForm<Values>();
  const fails = (Form.useWatch<LettingFault[] | undefined>('failed', form) ?? []).length > 0;
  const today = siteToday(new Date());
  const label = { on: t('registers:letting.on'), mendBy: t('registers:letting.mendBy') };
  return (
    <ActionForm<Values>
      form={form}
      title={t('registers:letting.formTitle', { name: home.name })}
      explains={t('registers:letting.formExplains')}
      submitLabel={t(fails ? 'registers:letting.submitFails' : 'registers:letting.submitPasses')}
      doneWords={t('registers:letting.done')}
      initialValues={{ on: today, failed: [], mendBy: addDays(today, 14) }}
      onSubmit={({ on, failed, mendBy }) =>
        mutateAsync({ homeId: home.id, on, failed, ...(failed.length > 0 && mendBy ? { mendBy } : {}) })
      }
      onClose={onClose}
    >
      <Form.Item<Values>
        name="on"
        label={label.on}
        rules={[{ required: true, message: t('ui:problem.required', { label: label.on }) }]}
      >
        <DayInput max={today} clearable={false} />
      </Form.Item>
      <Form.Item<Values> name="failed" label={t('registers:letting.failed')}>
        <Checkbox.Group
          className={styles.ticks ?? ''}
          options={lettingFaultCodes.map((value) => ({ value, label: read(lettingFaults[value]) }))}
        />
      </Form.Item>
      {fails ? (
        <Form.Item<Values>
          name="mendBy"
          label={label.mendBy}
          rules={[{ required: true, message: t('ui:problem.required', { label: label.mendBy }) }]}
        >
          <DayInput min={today} max={addDays(today, lettingDays.mendAtMost)} clearable={false} />
        </Form.Item>
      ) : null}
    </ActionForm>
  );
}
