import { rolePermissions } from '@linli/domain';
import { TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGetAreaTree } from '../../../features/places/get-area-tree.ts';
import { useSession } from '../shell/use-session.ts';
import { areaTreeNodes } from '../words/area-tree-nodes.ts';
import styles from './imports-page.module.css';

type KeptAreaSelectProps = {
  readonly value: string | undefined;
  readonly onChange: (areaId: string | undefined) => void;
};

/** The area a list goes into: one of those whose registers the reader keeps; none chosen is the widest of them. */
export function KeptAreaSelect({ value, onChange }: KeptAreaSelectProps) {
  const { t } = useTranslation('imports');
  const { posts } = useSession();
  const { data } = useGetAreaTree({}, { staleTimeMs: 300_000 });
  const tops = new Set(
    posts
      .filter(({ role }) => (rolePermissions[role] as readonly string[]).includes('registers:edit')) // widen the literal tuple for includes
      .map(({ areaId }) => areaId),
  );
  const areas = data?.areas ?? [];
  const parentOf = new Map(areas.map(({ id, parentId }) => [id, parentId]));
  const isKept = (id: string | null | undefined): boolean =>
    id !== null && id !== undefined && (tops.has(id) || isKept(parentOf.get(id)));
  const kept = areas.filter(({ id, level }) => level <= 4 && isKept(id));
  if (kept.length < 2) return null;
  return (
    <TreeSelect<string | undefined>
      className={styles.area ?? ''}
      aria-label={t('area.label')}
      placeholder={t('area.mine')}
      allowClear
      value={value}
      onChange={(next) => onChange(next)}
      treeData={areaTreeNodes(kept)}
      treeDefaultExpandAll={kept.length < 40}
      showSearch={{ treeNodeFilterProp: 'title' }}
      popupMatchSelectWidth={280}
    />
  );
}
