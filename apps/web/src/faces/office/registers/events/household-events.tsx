import { nationalCodes } from '@linli/domain';
import { Checkbox, Form, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useJoinHouseholds } from '../../../../features/registers/join-households.ts';
import { useListSubjects } from '../../../../features/registers/list-subjects.ts';
import { useSplitHousehold } from '../../../../features/registers/split-household.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
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
  const chosen = t('registers:event.split.members');
  return (
    <EventForm<SplitValues>
      event="split"
      name={name}
      onSubmit={({ memberIds, headId, ...values }) =>
        mutateAsync({ subjectId, memberIds, headId, ...eventInput(values) })
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
      <SplitHead members={members} />
    </EventForm>
  );
}

/** Who leads the new household: one of those who go, and the only one at once. */
function SplitHead({ members }: { readonly members: readonly { value: string; label: string }[] }) {
  const { t } = useTranslation(['registers', 'ui']);
  const form = Form.useFormInstance<SplitValues>();
  const going = Form.useWatch<string[] | undefined>('memberIds', form);
  useEffect(() => {
    if (going === undefined || going.includes(form.getFieldValue('headId'))) return;
    form.setFieldValue('headId', going.length === 1 ? going[0] : undefined);
  }, [form, going]);
  const label = t('registers:event.split.head');
  return (
    <Form.Item<SplitValues>
      name="headId"
      label={label}
      rules={[{ required: true, message: t('ui:problem.requiredChoice', { label }) }]}
    >
      <Select disabled={!going?.length} options={members.filter(({ value }) => going?.includes(value))} />
    </Form.Item>
  );
}

type JoinValues = EventValues & { otherId: string; relations?: Record<string, string | undefined> };

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
      onSubmit={({ otherId, relations, ...values }) =>
        mutateAsync({
          subjectId,
          otherId,
          relations: Object.entries(relations ?? {}).flatMap(([personId, relation]) =>
            relation === undefined ? [] : [{ personId, relation }],
          ),
          ...eventInput(values),
        })
      }
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
      <JoinedPeople headOf={name} />
    </EventForm>
  );
}

/** What each of those taken in is to the head of the household that stays. */
function JoinedPeople({ headOf }: { readonly headOf: string }) {
  const { t } = useTranslation('registers');
  const read = useReadText();
  const householdId = Form.useWatch<string | undefined>('otherId');
  const { data } = useListSubjects(
    { noun: 'person', limit: 100, ...(householdId === undefined ? {} : { householdId }) },
    { enabled: householdId !== undefined },
  );
  const people = householdId === undefined ? [] : (data?.subjects ?? []);
  const relations = nationalCodes.familyRelation.rows.filter(({ code }) => code !== '01' && code !== '02');
  return people.map((person) => (
    <Form.Item
      key={person.id}
      name={['relations', person.id]}
      preserve={false}
      label={t('event.join.relation', { name: person.name, head: headOf })}
    >
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('event.join.unknown')}
        options={relations.map((row) => ({ value: row.code, label: read(row) }))}
      />
    </Form.Item>
  ));
}
