import { TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGetAreaTree } from '../../../features/places/get-area-tree.ts';
import { areaTreeNodes } from './area-tree-nodes.ts';

export type AreaSelectProps = {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (areaId: string | undefined) => void;
  readonly label?: string;
  readonly allowClear?: boolean;
};

/** An area out of the tree, found by name. */
export function AreaSelect({ id, value, onChange, label, allowClear }: AreaSelectProps) {
  const { t } = useTranslation('office');
  const { data, isPending } = useGetAreaTree({}, { staleTimeMs: 300_000 });
  return (
    <TreeSelect<string | undefined>
      {...(id === undefined ? {} : { id })}
      aria-label={label ?? t('filter.area')}
      placeholder={label ?? t('filter.area')}
      value={value}
      onChange={(next) => onChange?.(next)}
      treeData={areaTreeNodes(data?.areas ?? [])}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandedKeys={data === undefined ? [] : [data.siteId]}
      allowClear={allowClear === true}
      loading={isPending}
      popupMatchSelectWidth={320}
      style={{ width: '100%' }}
    />
  );
}
