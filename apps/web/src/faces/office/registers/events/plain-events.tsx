import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEndSubject } from '../../../../features/registers/end-subject.ts';
import { useIssueComponentCode } from '../../../../features/registers/issue-component-code.ts';
import { useLinkAccount } from '../../../../features/registers/link-account.ts';
import { useListComponentClasses } from '../../../../features/registers/list-component-classes.ts';
import { useRecordDeath } from '../../../../features/registers/record-death.ts';
import { useReviveSubject } from '../../../../features/registers/revive-subject.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { EventForm, type EventValues, eventInput } from './event-form.tsx';
import type { EventProps } from './event-props.ts';

/** A person died. */
export function DeathEvent({ detail, onClose }: EventProps) {
  const { mutateAsync } = useRecordDeath();
  const { id: subjectId, name } = detail.subject;
  return (
    <EventForm<EventValues>
      event="die"
      name={name}
      danger
      onSubmit={(values) => mutateAsync({ subjectId, ...eventInput(values) })}
      onClose={onClose}
    />
  );
}

/** A shop closes, a thing is taken away, a home is no more. */
export function EndEvent({ detail, onClose }: EventProps) {
  const { mutateAsync } = useEndSubject();
  const { id: subjectId, name } = detail.subject;
  return (
    <EventForm<EventValues>
      event="end"
      name={name}
      danger
      onSubmit={(values) => mutateAsync({ subjectId, ...eventInput(values) })}
      onClose={onClose}
    />
  );
}

/** Ended by mistake, or come back. */
export function ReviveEvent({ detail, onClose }: EventProps) {
  const { mutateAsync } = useReviveSubject();
  const { id: subjectId, name } = detail.subject;
  return (
    <EventForm<EventValues>
      event="revive"
      name={name}
      onSubmit={(values) => mutateAsync({ subjectId, ...eventInput(values) })}
      onClose={onClose}
    />
  );
}

/** A number of seventeen digits for a thing; never given twice, never changed. */
export function NumberEvent({ detail, onClose }: EventProps) {
  const { t } = useTranslation('registers');
  const { mutateAsync } = useIssueComponentCode();
  const { id: subjectId, name, kind } = detail.subject;
  const { data, isPending } = useListComponentClasses({ kind }, { staleTimeMs: Number.POSITIVE_INFINITY });
  return (
    <ActionForm<{ classCode: string }>
      title={t('event.number.title', { name })}
      explains={t('event.number.explains')}
      submitLabel={t('event.number.button')}
      doneWords={t('event.number.done')}
      onSubmit={({ classCode }) => mutateAsync({ subjectId, classCode })}
      onClose={onClose}
    >
      <Form.Item
        name="classCode"
        label={t('event.number.classCode')}
        extra={t('event.number.classHint')}
        rules={[{ required: true, message: t('event.number.classWrong') }]}
      >
        <Select
          autoFocus
          loading={isPending}
          placeholder={t('event.number.classPlaceholder')}
          showSearch={{ optionFilterProp: 'label' }}
          options={(data?.classes ?? []).map(({ code, name: label }) => ({
            value: code,
            label: `${label}（${code}）`,
          }))}
        />
      </Form.Item>
    </ActionForm>
  );
}

type LinkValues = { phone: string; role: 'self' | 'guardian'; proof: string };

/** At the desk, papers shown: the account of a telephone becomes the person's own, or their guardian's. */
export function LinkEvent({ detail, onClose }: EventProps) {
  const { t } = useTranslation(['registers', 'ui']);
  const { mutateAsync } = useLinkAccount();
  const { id: subjectId, name } = detail.subject;
  const required = (label: string) => [
    { required: true, whitespace: true, message: t('ui:problem.required', { label }) },
  ];
  return (
    <ActionForm<LinkValues>
      title={t('registers:event.link.title', { name })}
      explains={t('registers:event.link.explains')}
      submitLabel={t('registers:event.link.button')}
      doneWords={t('registers:event.link.done')}
      initialValues={{ role: 'self' }}
      onSubmit={(values) => mutateAsync({ subjectId, ...values })}
      onClose={onClose}
    >
      <Form.Item<LinkValues> name="role" label={t('registers:event.link.role')}>
        <Radio.Group
          options={[
            { value: 'self', label: t('registers:event.link.self') },
            { value: 'guardian', label: t('registers:event.link.guardian') },
          ]}
        />
      </Form.Item>
      <Form.Item<LinkValues>
        name="phone"
        label={t('registers:event.link.phone')}
        rules={required(t('registers:event.link.phone'))}
      >
        <Input autoFocus inputMode="tel" maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item<LinkValues>
        name="proof"
        label={t('registers:event.link.proof')}
        extra={t('registers:event.link.proofHint')}
        rules={[
          ...required(t('registers:event.link.proof')),
          { min: 4, message: t('ui:problem.tooShort', { label: t('registers:event.link.proof'), min: 4 }) },
        ]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </ActionForm>
  );
}
