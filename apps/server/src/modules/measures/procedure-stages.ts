import type { CaseFilter, getProcedureFigures, OutputOf } from '@linli/contract';
import type { CaseStage, CaseState } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { stageLate } from '../cases/index.ts';
import type { Procedure } from './procedure-scope.ts';

type Step = OutputOf<typeof getProcedureFigures>['stages'][number];
interface Standing {
  stage: string | null;
  state: CaseState;
  open: number;
  late: number;
  oldest: Date;
}

/** States in which nobody has begun with the procedure. */
const before = ['reported', 'accepted', 'dispatched'] as const satisfies readonly CaseState[];

/**
 * Open cases by the step they stand at, in the order of the procedure; a stage that only older versions have comes last. A case in hand that
 * began before its kind had a procedure stands in no row.
 */
export async function findStanding(
  db: Db,
  cases: RawBuilder<boolean>,
  procedure: Procedure,
  filter: CaseFilter,
): Promise<{ open: number; stages: Step[] }> {
  const { rows } = await sql<Standing>`select cases.stage, cases.state, count(*)::int as open,
      count(*) filter (where ${stageLate})::int as late, min(cases.reported_at) as oldest
    from cases where cases.is_open and ${cases} group by cases.stage, cases.state`.execute(db);
  const waiting = rows.filter((row) => row.stage === null && before.some((state) => state === row.state));
  const checked = rows.filter((row) => row.stage === null && row.state === 'handled');
  const stages = stagesOf(procedure).flatMap((stage) => {
    const here = rows.filter((row) => row.stage === stage.key);
    const isOld = !procedure.newest.stages.some(({ key }) => key === stage.key);
    const rowsOf = { ...filter, open: true, stage: stage.key };
    const step: Step = {
      key: stage.key,
      place: 'stage',
      name: stage.name,
      ...standing(here, rowsOf),
      late: stage.limit ? { count: sum(here, 'late'), rows: { ...rowsOf, stageLate: true } } : null,
    };
    return isOld && here.length === 0 ? [] : [step];
  });
  const none = { name: null, late: null };
  return {
    open: sum(rows, 'open'),
    stages: [
      { key: 'before', place: 'before', ...none, ...standing(waiting, { ...filter, states: [...before] }) },
      ...stages,
      { key: 'checking', place: 'checking', ...none, ...standing(checked, { ...filter, states: ['handled'] }) },
    ],
  };
}

/** Of all versions, each stage once as the newest version says it; the order of the newest first. */
export function stagesOf({ versions }: Procedure): CaseStage[] {
  const stages = new Map<string, CaseStage>();
  for (const version of versions)
    for (const stage of version.stages) if (!stages.has(stage.key)) stages.set(stage.key, stage);
  return [...stages.values()];
}

function standing(rows: readonly Standing[], filter: CaseFilter): Pick<Step, 'open' | 'oldestAt'> {
  const times = rows.map((row) => row.oldest.getTime());
  return {
    open: { count: sum(rows, 'open'), rows: filter },
    oldestAt: times.length === 0 ? null : new Date(Math.min(...times)).toISOString(),
  };
}

function sum(rows: readonly Standing[], key: 'open' | 'late'): number {
  return rows.reduce((total, row) => total + row[key], 0);
}
