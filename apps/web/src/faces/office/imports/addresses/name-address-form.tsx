import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UnknownAddress } from '../../../../features/imports/list-unknown-addresses.ts';
import { useNameAddress } from '../../../../features/imports/name-address.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { BuildingSelect, type ChosenBuilding } from '../../registers/entry/building-select.tsx';

const kinds = ['building', 'place', 'outside'] as const;
type Values = {
  kind: (typeof kinds)[number];
  said: string;
  building?: ChosenBuilding;
  room?: string;
  address?: string;
  reason?: string;
};
type NameAddressFormProps = {
  readonly address: UnknownAddress;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Where an address is that no building has: a building, another name of a lane, or somewhere else. */
export function NameAddressForm({ address, onDone, onClose }: NameAddressFormProps) {
  const { t } = useTranslation(['imports', 'ui']);
  const { mutateAsync } = useNameAddress();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? 'building';
  const needs = (label: string) => [{ required: true, message: t('ui:problem.required', { label }) }];

  async function submit(values: Values): Promise<void> {
    await mutateAsync({ said: values.said, is: meaningOf(values) });
    onDone();
  }

  return (
    <ActionForm<Values>
      form={form}
      title={t('imports:addresses.form.title', { said: address.said })}
      explains={t('imports:addresses.form.explains')}
      submitLabel={t('imports:addresses.form.submit')}
      doneWords={t('imports:addresses.form.done')}
      initialValues={{ kind: 'building', said: address.said }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item<Values>
        name="said"
        label={t('imports:addresses.form.saidLabel')}
        extra={t('imports:addresses.form.saidHint')}
        rules={needs(t('imports:addresses.form.saidLabel'))}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item<Values> name="kind" label={t('imports:addresses.form.kind')}>
        <Radio.Group options={kinds.map((value) => ({ value, label: t(`imports:addresses.form.kinds.${value}`) }))} />
      </Form.Item>
      {kind === 'building' ? (
        <>
          <Form.Item<Values>
            name="building"
            label={t('imports:addresses.form.building')}
            rules={needs(t('imports:addresses.form.building'))}
          >
            <BuildingSelect />
          </Form.Item>
          <Form.Item<Values>
            name="room"
            label={t('imports:addresses.form.room')}
            extra={t('imports:addresses.form.roomHint')}
          >
            <Input maxLength={20} style={{ width: 160 }} />
          </Form.Item>
        </>
      ) : null}
      {kind === 'place' ? (
        <Form.Item<Values>
          name="address"
          label={t('imports:addresses.form.address')}
          extra={t('imports:addresses.form.addressHint')}
          rules={needs(t('imports:addresses.form.address'))}
        >
          <Input maxLength={120} />
        </Form.Item>
      ) : null}
      {kind === 'outside' ? (
        <Form.Item<Values>
          name="reason"
          label={t('imports:addresses.form.reason')}
          rules={needs(t('imports:addresses.form.reason'))}
        >
          <Input maxLength={120} placeholder={t('imports:addresses.form.reasonHint')} />
        </Form.Item>
      ) : null}
    </ActionForm>
  );
}

function meaningOf({ kind, building, room, address, reason }: Values) {
  switch (kind) {
    case 'building':
      return {
        kind,
        buildingId: building?.id ?? '',
        ...(room === undefined || room.trim() === '' ? {} : { room }),
      } as const;
    case 'place':
      return { kind, address: address ?? '' } as const;
    case 'outside':
      return { kind, reason: reason ?? '' } as const;
  }
}
