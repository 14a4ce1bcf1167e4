import type { listBulletins, OutputOf, PartnerView } from '@linli/contract';
import { bulletinPeriods } from '@linli/contract';
import { Checkbox, Form, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useSaveBulletinSchedule } from '../../../features/partners/save-bulletin-schedule.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { useLocalText } from '../words/use-local-text.ts';

type Values = { partnerId: string; every: (typeof bulletinPeriods)[number]; typeCodes: string[]; active: boolean };
export type ScheduleFormProps = {
  readonly schedule: OutputOf<typeof listBulletins>['schedules'][number] | undefined;
  readonly partners: readonly PartnerView[];
  readonly onClose: () => void;
};

/** How often a bulletin is made, with whom, and of which kinds of case. */
export function ScheduleForm({ schedule, partners, onClose }: ScheduleFormProps) {
  const { t } = useTranslation(['partners', 'ui', 'common']);
  const local = useLocalText();
  const types = useListCaseTypes({});
  const { mutateAsync } = useSaveBulletinSchedule();
  const label = t('partners:bulletin.partner');
  const known = schedule
    ? {
        partnerId: schedule.partnerId,
        every: schedule.every,
        typeCodes: schedule.typeCodes,
        active: schedule.active,
      }
    : { every: 'week' as const, typeCodes: [], active: true };
  return (
    <ActionForm<Values>
      title={t(schedule ? 'partners:bulletin.scheduleEdit' : 'partners:bulletin.schedule')}
      explains={t('partners:bulletin.scheduleExplains')}
      submitLabel={t('common:action.save')}
      doneWords={t('partners:bulletin.scheduleSaved')}
      initialValues={known}
      onSubmit={(values) => mutateAsync({ ...(schedule ? { scheduleId: schedule.id } : {}), ...values })}
      onClose={onClose}
    >
      <Form.Item
        name="partnerId"
        label={label}
        rules={[{ required: true, message: t('ui:problem.required', { label }) }]}
      >
        <Select
          disabled={schedule !== undefined}
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="every" label={t('partners:bulletin.period')}>
        <Segmented
          options={bulletinPeriods.map((value) => ({ value, label: t(`partners:bulletin.every.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="typeCodes" label={t('partners:bulletin.scheduleTypes')}>
        <Select
          mode="multiple"
          allowClear
          loading={types.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={(types.data?.types ?? []).map(({ definition }) => ({
            value: definition.code,
            label: local(definition.name),
          }))}
        />
      </Form.Item>
      <Form.Item name="active" valuePropName="checked" noStyle>
        <Checkbox>{t('partners:bulletin.scheduleActive')}</Checkbox>
      </Form.Item>
    </ActionForm>
  );
}
