import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListPosts } from '../../../features/org/list-posts.ts';

export type PersonSelectProps = {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (accountId: string) => void;
};

/** A colleague who holds some post already; the posts tell namesakes apart. */
export function PersonSelect({ id, value, onChange }: PersonSelectProps) {
  const { t } = useTranslation('org');
  const { data, isPending } = useListPosts({ limit: 200 }, { staleTimeMs: 60_000 });
  const people = new Map<string, string>();
  for (const post of data?.posts ?? []) {
    for (const holder of post.holders) {
      const before = people.get(holder.accountId);
      const held = `${post.roleName} · ${post.unitName ?? post.areaName}`;
      people.set(holder.accountId, before === undefined ? `${holder.name} — ${held}` : `${before}, ${held}`);
    }
  }
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      onChange={(next) => onChange?.(next)}
      loading={isPending}
      placeholder={t('assign.person')}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...people].map(([accountId, label]) => ({ value: accountId, label }))}
    />
  );
}
