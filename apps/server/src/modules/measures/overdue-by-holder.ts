import type { getScreen, OutputOf } from '@linli/contract';
import { roleWords } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Directory } from '../org/index.ts';
import type { PlaceIndexData } from '../places/index.ts';
import { overdueIn } from './rows-filter.ts';
import type { RootArea } from './scope.ts';

type Line = OutputOf<typeof getScreen>['overdue'][number];
interface Found {
  holder: string | null;
  count: number;
  oldestDueAt: Date;
}

const mostLines = 8;
const levelColumns = { 1: 'site_id', 2: 'area2_id', 3: 'area3_id', 4: 'area4_id' } as const;

/** Kinds of unit as people call a pool of them. */
const poolWords: Readonly<Record<string, string>> = {
  department: '职能部门',
  'property-firm': '物业公司',
  committee: '居委会',
  operator: '运营企业',
  station: '网格工作站',
};

/** Who must act on what is overdue, most first. Reads the small index of overdue cases, which holds nothing else. */
export async function findOverdue(
  db: Db,
  root: RootArea,
  deps: { directory: Directory; places: PlaceIndexData },
): Promise<Line[]> {
  const column = levelColumns[root.level as 1 | 2 | 3 | 4]; // rootArea goes no deeper
  const { rows } =
    await sql<Found>`select case_fact.holder, count(*)::int as count, min(case_fact.overdue_since) as "oldestDueAt"
    from case_fact
    where case_fact.overdue_since is not null and case_fact.site_id = ${root.siteId} and ${sql.ref(`case_fact.${column}`)} = ${root.id}
    group by case_fact.holder order by count desc, min(case_fact.overdue_since), case_fact.holder limit ${mostLines}`.execute(
      db,
    );
  return rows.map(({ holder, count, oldestDueAt }) => ({
    ...whoIs(holder ?? 'desk', root, deps),
    count,
    oldestDueAt: oldestDueAt.toISOString(),
  }));
}

function whoIs(
  holder: string,
  root: RootArea,
  deps: { directory: Directory; places: PlaceIndexData },
): Pick<Line, 'name' | 'unitId' | 'rows'> {
  const [kind = '', id = ''] = holder.split(':');
  const withThem = overdueIn(['dispatched', 'in-hand']);
  switch (kind) {
    case 'unit':
      return {
        name: deps.directory.units.get(id)?.name ?? '',
        unitId: id,
        rows: { areaId: root.id, unitId: id, ...withThem },
      };
    case 'post':
      // The inbox filters by unit and area, not by post: the post's own area is the nearest.
      return {
        name: deps.directory.postName(id),
        unitId: null,
        rows: { areaId: areaOfPost(id, root, deps), ...withThem },
      };
    case 'pool':
      return {
        name: `${poolWords[id] ?? '承接单位'}（待抢单）`,
        unitId: null,
        rows: { areaId: root.id, ...overdueIn(['dispatched']) },
      };
    case 'check':
      return { name: roleWords.checker.zh, unitId: null, rows: { areaId: root.id, ...overdueIn(['handled']) } };
    default:
      return {
        name: roleWords.dispatcher.zh,
        unitId: null,
        rows: { areaId: root.id, ...overdueIn(['reported', 'accepted']) },
      };
  }
}

function areaOfPost(postId: string, root: RootArea, deps: { directory: Directory; places: PlaceIndexData }): string {
  const post = deps.directory.posts.get(postId);
  const area = post && deps.places.areaOf(post.areaId);
  const filtered = area && area.level > 4 ? area.parentId : area?.id;
  const inside = area?.path.startsWith(`${root.path}.`);
  return inside && filtered ? filtered : root.id;
}
