import type { AreaGroup } from '@linli/contract';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGetAreaTree } from '../../../features/places/get-area-tree.ts';
import { useSaveAreaGroup } from '../../../features/places/save-area-group.ts';
import { ActionForm } from '../actions/action-form.tsx';

type Values = { name: string; areaIds: string[] };
export type GroupFormProps = { readonly group: AreaGroup | undefined; readonly onClose: () => void };

/** Level of a residential area: what communities are joined of. */
const RESIDENTIAL = 3;

/** A joint community: its name and the residential areas it is made of. */
export function GroupForm({ group, onClose }: GroupFormProps) {
  const { t } = useTranslation(['stages', 'ui', 'common']);
  const { mutateAsync } = useSaveAreaGroup();
  const { data, isPending } = useGetAreaTree({}, { staleTimeMs: 300_000 });
  const areas = (data?.areas ?? []).filter(({ level }) => level === RESIDENTIAL);
  const label = t('stages:groups.name');
  return (
    <ActionForm<Values>
      title={group === undefined ? t('stages:groups.add') : t('stages:groups.editTitle', { name: group.name })}
      submitLabel={t('common:action.save')}
      doneWords={t('stages:groups.saved')}
      initialValues={group === undefined ? {} : { name: group.name, areaIds: group.areas.map(({ id }) => id) }}
      onSubmit={(values) => mutateAsync({ ...(group === undefined ? {} : { groupId: group.id }), ...values })}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={label}
        rules={[{ required: true, whitespace: true, message: t('ui:problem.required', { label }) }]}
      >
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item
        name="areaIds"
        label={t('stages:groups.areas')}
        rules={[{ required: true, type: 'array', min: 2, message: t('stages:groups.areasLeast') }]}
      >
        <Select
          mode="multiple"
          loading={isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </ActionForm>
  );
}
