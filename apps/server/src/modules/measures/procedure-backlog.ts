import { backlogDays, type CaseFilter, type getProcedureFigures, type OutputOf, unitKinds } from '@linli/contract';
import { roleWords } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { poolName } from '../cases/index.ts';
import type { Directory } from '../org/index.ts';

type Line = OutputOf<typeof getProcedureFigures>['backlog'][number];
interface Held {
  unit: string | null;
  post: string | null;
  pool: string | null;
  officials: string[];
  past: number[];
}

/** Open cases reported more than 30, 60 and 90 days ago by who has them: the unit, of a task force the one that leads. */
export async function findBacklog(
  db: Db,
  cases: RawBuilder<boolean>,
  directory: Directory,
  { filter, now }: { filter: CaseFilter; now: Date },
): Promise<Line[]> {
  const ends = backlogDays.map((days) => new Date(now.getTime() - days * 86_400_000).toISOString());
  const counts = ends.map((end) => sql`count(*) filter (where held.reported_at < ${end}::timestamptz)::int`);
  const { rows } = await sql<Held>`select held.unit, held.post, held.pool, array[${sql.join(counts)}] as past,
      coalesce(array_agg(distinct held.official) filter (where held.official is not null), '{}') as officials
    from (select cases.reported_at, cases.target_unit_id as unit, (
          select case_action.data->'form'->>'leadOfficial' from case_action
          where case_action.case_id = cases.id and case_action.kind = 'advance' and case_action.data->'form' ? 'leadOfficial'
          order by case_action.seq desc limit 1) as official,
        case when cases.target_unit_id is null then cases.target_post_id end as post,
        case when cases.target_unit_id is null and cases.target_post_id is null and cases.target_kind = 'pool' then cases.target_unit_kind end as pool
      from cases where cases.is_open and cases.reported_at < ${ends[0]}::timestamptz and ${cases}) as held
    group by held.unit, held.post, held.pool`.execute(db);
  return rows
    .map((held) => {
      const { name, filter: of } = whoIs(held, directory);
      return {
        name,
        unitId: held.unit,
        officials: held.officials,
        past: held.past.map((count, i) => ({
          count,
          rows: { ...filter, ...of, open: true, ...(ends[i] === undefined ? {} : { reportedUntil: ends[i] }) },
        })),
      };
    })
    .sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name, 'zh-CN'));
}

/** What has lain longest counts first, then the rest. */
function weight({ past }: Line): number {
  return past.reduce((sum, { count }, i) => sum + count * 1000 ** i, 0);
}

function whoIs({ unit, post, pool }: Held, directory: Directory): { name: string; filter: CaseFilter } {
  if (unit !== null) return { name: directory.units.get(unit)?.name ?? '', filter: { unitId: unit } };
  if (post !== null) return { name: directory.postName(post), filter: { postId: post } };
  if (pool === null) return { name: roleWords.dispatcher.zh, filter: { atDesk: true } };
  const poolKind = unitKinds.find((kind) => kind === pool);
  return { name: poolName(pool), filter: poolKind ? { poolKind } : {} };
}
