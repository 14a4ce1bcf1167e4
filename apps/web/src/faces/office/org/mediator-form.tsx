import type { CallInput } from '@linli/client';
import type { MediatorView, saveMediator } from '@linli/contract';
import { disputeKinds, type LocalText, mediatorLanguages } from '@linli/domain';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListRooms } from '../../../features/org/list-rooms.ts';
import { useSaveMediator } from '../../../features/org/save-mediator.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { UnitSelect } from '../words/unit-select.tsx';
import { useLocalText } from '../words/use-local-text.ts';

type Entry = CallInput<typeof saveMediator>;
type Values = Omit<Entry, 'mediatorId' | 'until'> & { until?: string };
export type MediatorFormProps = {
  readonly mediator: MediatorView | undefined;
  /** Units whose list the reader keeps. */
  readonly keeps: readonly string[];
  readonly onClose: () => void;
};

/** A mediator's entry in the list of a committee. */
export function MediatorForm({ mediator, keeps, onClose }: MediatorFormProps) {
  const { t } = useTranslation(['org', 'ui', 'common']);
  const local = useLocalText();
  const { mutateAsync } = useSaveMediator();
  const rooms = useListRooms({}, { staleTimeMs: 300_000 }).data?.rooms ?? [];
  const optionsOf = (words: Readonly<Record<string, LocalText>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: local(label) }));
  const needed = (label: string) => [{ required: true, message: t('ui:problem.requiredChoice', { label }) }];
  const name = t('org:mediator.name');
  return (
    <ActionForm<Values>
      title={mediator === undefined ? t('org:mediator.add') : t('org:mediator.edit', { name: mediator.name })}
      submitLabel={t('common:action.save')}
      doneWords={t('org:mediator.saved')}
      initialValues={
        mediator === undefined
          ? { active: true, roomIds: [], ...(keeps.length === 1 ? { unitId: keeps[0] } : {}) }
          : valuesOf(mediator)
      }
      onSubmit={({ until, ...values }) =>
        mutateAsync({
          ...(mediator === undefined ? {} : { mediatorId: mediator.id }),
          ...values,
          until: until === undefined || until === '' ? null : until,
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={name}
        rules={[
          { required: true, whitespace: true, message: t('ui:problem.required', { label: name }) },
          { min: 2, message: t('ui:problem.tooShort', { label: name, min: 2 }) },
        ]}
      >
        <Input autoFocus maxLength={40} />
      </Form.Item>
      <Form.Item name="unitId" label={t('org:mediator.unit')} rules={needed(t('org:mediator.unit'))}>
        <UnitSelect only={keeps} />
      </Form.Item>
      <Form.Item name="kinds" label={t('org:mediator.kinds')} rules={needed(t('org:mediator.kinds'))}>
        <Select mode="multiple" options={optionsOf(disputeKinds)} />
      </Form.Item>
      <Form.Item name="languages" label={t('org:mediator.languages')} rules={needed(t('org:mediator.languages'))}>
        <Select mode="multiple" options={optionsOf(mediatorLanguages)} />
      </Form.Item>
      <Form.Item name="certificate" label={t('org:mediator.certificate')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="roomIds" label={t('org:mediator.rooms')}>
        <Select
          mode="multiple"
          options={rooms.map((room) => ({ value: room.id, label: `${room.name} · ${room.unitName}` }))}
        />
      </Form.Item>
      <Form.Item name="from" label={t('org:mediator.from')} rules={needed(t('org:mediator.from'))}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label={t('org:mediator.until')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="active" valuePropName="checked" noStyle>
        <Checkbox>{t('org:unit.active')}</Checkbox>
      </Form.Item>
    </ActionForm>
  );
}

function valuesOf({
  name,
  unitId,
  kinds,
  languages,
  certificate,
  rooms,
  from,
  until,
  active,
}: MediatorView): Partial<Values> {
  return {
    ...{ name, unitId, certificate, from, active },
    kinds: kinds as Values['kinds'], // written from the same lists
    languages: languages as Values['languages'],
    roomIds: rooms.map(({ id }) => id),
    ...(until === null ? {} : { until }),
  };
}
