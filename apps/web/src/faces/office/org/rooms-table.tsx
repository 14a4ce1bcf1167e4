import type { RoomView } from '@linli/contract';
import { Button, Checkbox, Form, Input, InputNumber, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListRooms } from '../../../features/org/list-rooms.ts';
import { useSaveRoom } from '../../../features/org/save-room.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { ActionForm } from '../actions/action-form.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { UnitSelect } from '../words/unit-select.tsx';
import styles from './org-page.module.css';

/** Rooms of the committees, where sessions are held. */
export function RoomsTable() {
  const { t } = useTranslation(['org', 'common']);
  const { data, error, isPending, refetch } = useListRooms({});
  const keeps = data?.keeps ?? [];
  const [editing, setEditing] = useState<RoomView | 'new' | null>(null);
  const columns: TableColumnsType<RoomView> = [
    {
      key: 'name',
      title: t('org:room.name'),
      render: (_, room) => (
        <>
          {room.name} {room.active ? null : <Tag>{t('org:unit.inactive')}</Tag>}
        </>
      ),
    },
    { key: 'unit', title: t('org:mediator.unit'), render: (_, room) => room.unitName },
    { key: 'address', title: t('org:room.address'), render: (_, room) => room.address || t('common:nothing') },
    { key: 'capacity', title: t('org:room.capacity'), width: 112, align: 'end', render: (_, room) => room.capacity },
    {
      key: 'edit',
      title: <span className="visually-hidden">{t('common:action.edit')}</span>,
      width: 80,
      render: (_, room) =>
        keeps.includes(room.unitId) ? (
          <Button size="small" type="link" onClick={() => setEditing(room)}>
            {t('common:action.edit')}
          </Button>
        ) : null,
    },
  ];
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {keeps.length > 0 ? (
        <div className={styles.tools}>
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('org:room.add')}
          </Button>
        </div>
      ) : null}
      <Table<RoomView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={data?.rooms ?? []}
        loading={isPending}
        pagination={false}
        locale={{ emptyText: <Empty title={t('org:room.emptyTitle')} body={t('org:room.emptyBody')} /> }}
      />
      {editing === null ? null : (
        <RoomForm room={editing === 'new' ? undefined : editing} keeps={keeps} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

type Values = { name: string; unitId: string; address?: string; capacity: number; active: boolean };

type RoomFormProps = {
  readonly room: RoomView | undefined;
  readonly keeps: readonly string[];
  readonly onClose: () => void;
};

function RoomForm({ room, keeps, onClose }: RoomFormProps) {
  const { t } = useTranslation(['org', 'ui', 'common']);
  const { mutateAsync } = useSaveRoom();
  const needed = (label: string) => [{ required: true, message: t('ui:problem.required', { label }) }];
  return (
    <ActionForm<Values>
      title={room === undefined ? t('org:room.add') : t('org:room.edit', { name: room.name })}
      submitLabel={t('common:action.save')}
      doneWords={t('org:room.saved')}
      initialValues={room ?? { active: true, capacity: 8, ...(keeps.length === 1 ? { unitId: keeps[0] } : {}) }}
      onSubmit={(values) => mutateAsync({ ...(room === undefined ? {} : { roomId: room.id }), ...values })}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('org:room.name')} rules={needed(t('org:room.name'))}>
        <Input autoFocus maxLength={40} />
      </Form.Item>
      <Form.Item name="unitId" label={t('org:mediator.unit')} rules={needed(t('org:mediator.unit'))}>
        <UnitSelect only={keeps} />
      </Form.Item>
      <Form.Item name="address" label={t('org:room.address')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="capacity" label={t('org:room.capacity')} rules={needed(t('org:room.capacity'))}>
        <InputNumber min={1} max={500} precision={0} />
      </Form.Item>
      <Form.Item name="active" valuePropName="checked" noStyle>
        <Checkbox>{t('org:unit.active')}</Checkbox>
      </Form.Item>
    </ActionForm>
  );
}
