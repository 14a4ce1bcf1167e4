import { Checkbox, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useJoinHouseholds } from '../../../../features/registers/join-households.ts';
import { useListSubjects } from '../../../../features/registers/list-subjects.ts';
import { useSplitHousehold } from '../../../../features/registers/split-household.ts';
import { EventForm, type EventValues, eventInput } from './event-form.tsx';
import type { EventProps } from './event-props.ts';

type SplitValues = EventValues & { memberIds: string[]; headId: string };

/** Some members become a household of their own. */
export function SplitEvent({ detail, onClose }: EventProps) {
  const { t } = useTranslation(['registers', 'ui']);
  const { mutateAsync } = useSplitHousehold();
  const { id: subjectId, name } = detail.subject;
  const { data } = useListSubjects({ noun: 'person', householdId: subjectId, limit: 100 });
  const members = (data?.subjects ?? []).map((row) => ({ value: row.id, label: row.name }));
  const head = t('registers:event.split.head');
  const chosen = t('registers:event.split.members');
  return (
    <EventForm<SplitValues>
      event="split"
      name={name}
      onSubmit={({ memberIds, headId, ...values }) =>
        mutateAsync({ subjectId, memberIds: [...new Set([...memberIds, headId])], headId, ...eventInput(values) })
      }
      onClose={onClose}
    >
      <Form.Item<SplitValues>
        name="memberIds"
        label={chosen}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label: chosen }) }]}
      >
        <Checkbox.Group options={members} />
      </Form.Item>
      <Form.Item<SplitValues>
        name="headId"
        label={head}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label: head }) }]}
      >
        <Select options={members} />
      </Form.Item>
    </EventForm>
  );
}

type JoinValues = EventValues & { otherId: string };

/** Takes in another household of the same home. */
export function JoinEvent({ detail, onClose }: EventProps) {
  const { t } = useTranslation(['registers', 'ui']);
  const { mutateAsync } = useJoinHouseholds();
  const { id: subjectId, name, homeId } = detail.subject;
  const { data } = useListSubjects(
    { noun: 'household', limit: 50, ...(homeId === null ? {} : { homeId }) },
    { enabled: homeId !== null },
  );
  const others = (data?.subjects ?? []).filter((row) => row.id !== subjectId);
  const label = t('registers:event.join.other');
  return (
    <EventForm<JoinValues>
      event="join"
      name={name}
      onSubmit={({ otherId, ...values }) => mutateAsync({ subjectId, otherId, ...eventInput(values) })}
      onClose={onClose}
    >
      <Form.Item<JoinValues>
        name="otherId"
        label={label}
        extra={others.length === 0 ? t('registers:event.join.none') : undefined}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label }) }]}
      >
        <Select disabled={others.length === 0} options={others.map((row) => ({ value: row.id, label: row.name }))} />
      </Form.Item>
    </EventForm>
  );
}
