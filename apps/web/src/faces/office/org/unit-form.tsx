import { type UnitView, unitKinds } from '@linli/contract';
import { Checkbox, Form, Input, Select, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSaveUnit } from '../../../features/org/save-unit.ts';
import { useGetAreaTree } from '../../../features/places/get-area-tree.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { areaTreeNodes } from '../words/area-tree-nodes.ts';
import type { UnitKind } from '../words/unit-kind.ts';

type Values = { name: string; kind: UnitKind; areaIds: string[]; active: boolean; phone: string };
export type UnitFormProps = { readonly unit: UnitView | undefined; readonly onClose: () => void };

/** A unit's name, kind, areas and whether it is active. */
export function UnitForm({ unit, onClose }: UnitFormProps) {
  const { t } = useTranslation(['org', 'ui', 'common']);
  const { mutateAsync } = useSaveUnit();
  const areas = useGetAreaTree({}, { staleTimeMs: 300_000 });
  const name = t('org:unit.name');
  return (
    <ActionForm<Values>
      title={unit === undefined ? t('org:unit.add') : t('org:unit.edit', { name: unit.name })}
      submitLabel={t('common:action.save')}
      doneWords={t('org:unit.saved')}
      initialValues={
        unit === undefined
          ? { kind: 'department', areaIds: [], active: true, phone: '' }
          : {
              name: unit.name,
              kind: unit.kind,
              areaIds: unit.areas.map((area) => area.id),
              active: unit.active,
              phone: unit.phone ?? '',
            }
      }
      onSubmit={({ phone, ...values }) =>
        mutateAsync({
          ...(unit === undefined ? {} : { unitId: unit.id }),
          ...values,
          phone: phone.trim() === '' ? null : phone.trim(),
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
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={t('org:unit.kind')}>
        <Select options={unitKinds.map((value) => ({ value, label: t(`org:unitKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="areaIds" label={t('org:unit.areas')} extra={t('org:unit.areasHint')}>
        <TreeSelect
          multiple
          allowClear
          treeCheckable
          showCheckedStrategy="SHOW_PARENT"
          maxTagCount={6}
          treeData={areaTreeNodes(areas.data?.areas ?? [])}
          showSearch={{ treeNodeFilterProp: 'title' }}
        />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('org:unit.phone')}
        extra={t('org:unit.phoneHint')}
        rules={[{ pattern: /^\s*(\+?[0-9][0-9 -]{2,18})?\s*$/, message: t('org:unit.phoneWrong') }]}
      >
        <Input inputMode="tel" autoComplete="off" maxLength={20} />
      </Form.Item>
      <Form.Item name="active" valuePropName="checked" noStyle>
        <Checkbox>{t('org:unit.active')}</Checkbox>
      </Form.Item>
    </ActionForm>
  );
}
