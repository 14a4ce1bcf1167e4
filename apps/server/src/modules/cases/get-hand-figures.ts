import { type getHandFigures, type OutputOf, outsideListCode, type ParsedInputOf } from '@linli/contract';
import type { Actor, CaseState } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { periodOf } from '../../platform/http/period-of.ts';
import { scopeCondition } from './case-conditions.ts';
import type { ViewDeps } from './case-view.ts';
import { handCodes } from './hand-kinds.ts';

type Figures = OutputOf<typeof getHandFigures>;
type Asking = Omit<Figures['asking'][number], 'name'>;

const mostProjects = 100;

/**
 * What departments asked of the grid in a period, by the day they asked, as far as it lies in the reader's area: how much was outside the
 * admitted list and refused for it, which projects were put up and who claimed them. Counted by unit, never by person.
 */
export async function findHandFigures(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof getHandFigures>,
  deps: ViewDeps,
): Promise<Figures> {
  const hands = askedIn(actor, periodOf(input), deps);
  const { units } = deps.directory;
  const nameOf = (unitId: string) => units.get(unitId)?.name ?? '';
  const asking = await countAsking(db, hands);
  const claiming = await countClaiming(db, hands);
  const projects = await findProjects(db, hands);
  return {
    asking: asking.map((row) => ({ ...row, name: nameOf(row.unitId) })),
    claiming: claiming.map((row) => ({ ...row, name: nameOf(row.unitId) })),
    projects: projects.map(({ offeredBy, claimedBy, reportedAt, ...project }) => ({
      ...project,
      offeredBy: offeredBy === null ? null : nameOf(offeredBy),
      claimedBy: claimedBy === null ? null : nameOf(claimedBy),
      reportedAt: reportedAt.toISOString(),
    })),
  };
}

/** Hands of the period with the unit that asked; neither void ones nor those left out of figures. */
function askedIn(actor: Actor, { from, until }: { from: string; until: string }, deps: ViewDeps): RawBuilder<unknown> {
  return sql`(select cases.*, asked.actor_unit_id as asking_unit_id from cases
    join case_action asked on asked.case_id = cases.id and asked.seq = 1
    where cases.state <> 'void' and not cases.excluded and cases.type_code = any(${handCodes(deps.catalogue, 'down')}::text[])
      and cases.reported_at >= ${from}::timestamptz and cases.reported_at < ${until}::timestamptz
      and ${scopeCondition(actor, deps.places)}) as hand`;
}

async function countAsking(db: Db, hands: RawBuilder<unknown>): Promise<Asking[]> {
  const { rows } = await sql<Asking>`select hand.asking_unit_id as "unitId", count(*)::int as asked,
      count(*) filter (where hand.rule_key = ${outsideListCode})::int as outside,
      count(*) filter (where hand.state = 'declined' and exists (select from case_action declined where declined.case_id = hand.id
        and declined.kind = 'decline' and declined.data->>'reasonCode' = ${outsideListCode}))::int as refused,
      count(*) filter (where hand.target_kind = 'pool')::int as offered,
      count(*) filter (where hand.target_kind = 'pool' and hand.target_unit_id is not null)::int as claimed
    from ${hands} where hand.asking_unit_id is not null group by hand.asking_unit_id order by refused desc, asked desc, hand.asking_unit_id`.execute(
    db,
  );
  return rows;
}

async function countClaiming(db: Db, hands: RawBuilder<unknown>): Promise<{ unitId: string; claimed: number }[]> {
  const { rows } = await sql<{
    unitId: string;
    claimed: number;
  }>`select hand.target_unit_id as "unitId", count(*)::int as claimed
    from ${hands} where hand.target_kind = 'pool' and hand.target_unit_id is not null
    group by hand.target_unit_id order by claimed desc, hand.target_unit_id`.execute(db);
  return rows;
}

interface Project {
  caseId: string;
  number: string;
  title: string;
  state: CaseState;
  offeredBy: string | null;
  claimedBy: string | null;
  reportedAt: Date;
}

async function findProjects(db: Db, hands: RawBuilder<unknown>): Promise<Project[]> {
  const { rows } = await sql<Project>`select hand.id as "caseId", hand.number, hand.title, hand.state,
      hand.asking_unit_id as "offeredBy", hand.target_unit_id as "claimedBy", hand.reported_at as "reportedAt"
    from ${hands} where hand.target_kind = 'pool' order by hand.reported_at desc, hand.id limit ${mostProjects}`.execute(
    db,
  );
  return rows;
}
