import { type CaseFilter, type getScreen, type OutputOf, unitKinds } from '@linli/contract';
import { roleWords } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { poolName } from '../cases/index.ts';
import type { Directory } from '../org/index.ts';
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

/** Who must act on what is overdue, most first. Reads the small index of overdue cases, which holds nothing else. */
export async function findOverdue(db: Db, root: RootArea, directory: Directory): Promise<Line[]> {
  const column = levelColumns[root.level as 1 | 2 | 3 | 4]; // rootArea goes no deeper
  const { rows } =
    await sql<Found>`select case_fact.holder, count(*)::int as count, min(case_fact.overdue_since) as "oldestDueAt"
    from case_fact
    where case_fact.overdue_since is not null and case_fact.site_id = ${root.siteId} and ${sql.ref(`case_fact.${column}`)} = ${root.id}
    group by case_fact.holder order by count desc, min(case_fact.overdue_since), case_fact.holder limit ${mostLines}`.execute(
      db,
    );
  return rows.map(({ holder, count, oldestDueAt }) => ({
    ...whoIs(holder ?? 'desk', root, directory),
    count,
    oldestDueAt: oldestDueAt.toISOString(),
  }));
}

function whoIs(holder: string, root: RootArea, directory: Directory): Pick<Line, 'name' | 'unitId' | 'rows'> {
  const [kind = '', id = ''] = holder.split(':');
  const withThem = overdueIn(['dispatched', 'in-hand']);
  switch (kind) {
    case 'unit':
      return {
        name: directory.units.get(id)?.name ?? '',
        unitId: id,
        rows: { areaId: root.id, unitId: id, ...withThem },
      };
    case 'post':
      return {
        name: directory.postName(id),
        unitId: null,
        rows: { areaId: root.id, postId: id, ...withThem },
      };
    case 'pool':
      return {
        name: poolName(id),
        unitId: null,
        rows: { areaId: root.id, ...inPool(id), ...withThem },
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

/** The journal's word for the kind, as far as the inbox can filter by it. */
function inPool(unitKind: string): Pick<CaseFilter, 'poolKind'> {
  const poolKind = unitKinds.find((kind) => kind === unitKind);
  return poolKind ? { poolKind } : {};
}
