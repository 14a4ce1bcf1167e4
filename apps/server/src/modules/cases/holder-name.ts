import type { Directory } from '../org/index.ts';

/** Kinds of unit as people call a pool of them. */
const poolWords: Readonly<Record<string, string>> = {
  department: '职能部门',
  'property-firm': '物业公司',
  committee: '居委会',
  operator: '运营企业',
  station: '网格工作站',
};

/** A pool, named by the kind of unit that may take from it. */
export function poolName(unitKind: string | null): string {
  return `${poolWords[unitKind ?? ''] ?? '承接单位'}（待抢单）`;
}

/** Who has it, by post or unit; never a private person's name. */
export function holderName(
  directory: Directory,
  holder: { kind: string; unitId: string | null; postId: string | null; unitKind: string | null },
): string {
  if (holder.unitId) return directory.units.get(holder.unitId)?.name ?? '';
  if (holder.postId) return directory.postName(holder.postId);
  return holder.kind === 'pool' ? poolName(holder.unitKind) : '城运中心';
}
