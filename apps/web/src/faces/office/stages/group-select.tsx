import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListAreaGroups } from '../../../features/places/list-area-groups.ts';
import { useMay } from '../shell/use-session.ts';

export type GroupSelectProps = {
  readonly value: string | undefined;
  readonly onChange: (groupId: string | undefined) => void;
};

/** A joint community by its name; nothing where there is none. */
export function GroupSelect({ value, onChange }: GroupSelectProps) {
  const { t } = useTranslation('stages');
  const mayRead = useMay('places:read');
  const { data } = useListAreaGroups({}, { enabled: mayRead, staleTimeMs: 300_000 });
  if (data === undefined || (data.groups.length === 0 && value === undefined)) return null;
  return (
    <Select<string | undefined>
      allowClear
      aria-label={t('filter.areaGroup')}
      placeholder={t('filter.areaGroup')}
      value={value}
      onChange={(next) => onChange(next)}
      popupMatchSelectWidth={false}
      style={{ minWidth: 140 }}
      options={data.groups.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
