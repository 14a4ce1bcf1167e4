import { findRegisterField, identityDocumentKinds, identityDocumentWords } from '@linli/domain';
import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMoveHome } from '../../../../features/registers/move-home.ts';
import { useMoveIn } from '../../../../features/registers/move-in.ts';
import { useMoveOut } from '../../../../features/registers/move-out.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { useMay } from '../../shell/use-session.ts';
import { FieldInput } from '../entry/field-input.tsx';
import { HouseholdItems } from '../entry/household-items.tsx';
import { atFormItems, entriesOf, fieldItems, type NewValues } from '../entry/new-values.ts';
import { SubjectSelect } from '../entry/subject-select.tsx';
import { EventForm, type EventValues, eventInput } from './event-form.tsx';
import type { EventProps } from './event-props.ts';

const destinations = ['unknown', 'elsewhere-in-city', 'other-province', 'abroad', 'institution'] as const;
type OutValues = EventValues & { to: (typeof destinations)[number] };

/** Somebody, or a whole household, leaves. */
export function MoveOutEvent({ detail, onClose }: EventProps) {
  const { t } = useTranslation('registers');
  const { mutateAsync } = useMoveOut();
  const { id: subjectId, name } = detail.subject;
  return (
    <EventForm<OutValues>
      event="move-out"
      name={name}
      danger
      initialValues={{ to: 'unknown' }}
      onSubmit={({ to, ...values }) => mutateAsync({ subjectId, to, ...eventInput(values) })}
      onClose={onClose}
    >
      <Form.Item<OutValues> name="to" label={t('event.move-out.to')}>
        <Select options={destinations.map((value) => ({ value, label: t(`event.move-out.where.${value}`) }))} />
      </Form.Item>
    </EventForm>
  );
}

type HomeValues = EventValues & { homeId: string; householdId?: string; relation?: string };

/** From one home to another, within what the registers hold. */
export function MoveHomeEvent({ detail, onClose }: EventProps) {
  const { t } = useTranslation(['registers', 'ui']);
  const { mutateAsync } = useMoveHome();
  const { id: subjectId, name, noun } = detail.subject;
  const label = t('registers:event.move-home.to');
  return (
    <EventForm<HomeValues>
      event="move-home"
      name={name}
      onSubmit={({ homeId, householdId, relation, ...values }) =>
        mutateAsync({
          subjectId,
          homeId,
          ...(householdId === undefined ? {} : { householdId }),
          ...(relation === undefined ? {} : { relation }),
          ...eventInput(values),
        })
      }
      onClose={onClose}
    >
      <Form.Item<HomeValues>
        name="homeId"
        label={label}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label }) }]}
      >
        <SubjectSelect noun="home" autoFocus />
      </Form.Item>
      {noun === 'person' ? <HouseholdOfHome /> : null}
    </EventForm>
  );
}

function HouseholdOfHome() {
  const { t } = useTranslation('registers');
  const homeId = Form.useWatch<string | undefined>('homeId');
  return <HouseholdItems homeId={homeId} hint={t('event.move-home.ownHousehold')} />;
}

type InValues = EventValues & {
  name: string;
  as: 'member' | 'tenant';
  householdId?: string;
  relation?: string;
} & Pick<NewValues, 'fields' | 'documentKind'>;

const asked = ['idNumber', 'sex', 'born', 'registered', 'phone'] as const;

/** Somebody moves into this home; who is known already by their number is taken over, not entered twice. */
export function MoveInEvent({ detail, onClose }: EventProps) {
  const { t } = useTranslation(['registers', 'ui']);
  const read = useReadText();
  const mayReveal = useMay('registers:reveal');
  const { mutateAsync } = useMoveIn();
  const { id: homeId, name: homeName } = detail.subject;
  const label = t('registers:new.name.person');

  async function submit({ name, as, householdId, relation, ...values }: InValues): Promise<void> {
    const fields = entriesOf(values);
    try {
      await mutateAsync({
        homeId,
        name,
        as,
        fields,
        ...(householdId === undefined ? {} : { householdId }),
        ...(relation === undefined ? {} : { relation }),
        ...eventInput(values),
      });
    } catch (error) {
      throw atFormItems(error, fieldItems(fields));
    }
  }

  return (
    <EventForm<InValues>
      event="move-in"
      name={homeName}
      width={640}
      initialValues={{ as: 'member', documentKind: 'resident-id' }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item<InValues>
        name="name"
        label={label}
        rules={[{ required: true, whitespace: true, message: t('ui:problem.required', { label }) }]}
      >
        <Input autoFocus maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item<InValues> name="as" label={t('registers:event.move-in.as')}>
        <Radio.Group
          options={(['member', 'tenant'] as const).map((value) => ({
            value,
            label: t(`registers:event.move-in.${value}`),
          }))}
        />
      </Form.Item>
      <HouseholdItems homeId={homeId} hint={t('registers:event.move-home.ownHousehold')} />
      {mayReveal ? (
        <Form.Item<InValues> name="documentKind" label={t('registers:new.documentKind')}>
          <Select
            options={identityDocumentKinds.map((value) => ({ value, label: read(identityDocumentWords[value]) }))}
          />
        </Form.Item>
      ) : null}
      {asked.map((code) => {
        const field = findRegisterField('person', code);
        if (field === undefined || (field.kind === 'secret' && !mayReveal)) return null;
        return (
          <Form.Item key={code} name={['fields', code]} label={read(field.label)}>
            <FieldInput field={field} />
          </Form.Item>
        );
      })}
    </EventForm>
  );
}
