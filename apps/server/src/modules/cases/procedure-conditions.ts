import type { CaseFilter } from '@linli/contract';
import { type RawBuilder, sql } from 'kysely';

/**
 * The clock of the stage the case stands at has run out: the alarm said so after the stage was entered. Parts of the task force have
 * clocks of their own. Nobody misses a clock that stands still: such a case has no `ran_out_at`.
 */
export const stageLate = sql<boolean>`(cases.is_open and cases.stage is not null and cases.ran_out_at is not null and exists (
  select from case_action missed where missed.case_id = cases.id and missed.kind = 'overdue'
    and missed.data->>'clock' = 'stage' and missed.data->>'unitId' is null
    and not exists (select from case_action later where later.case_id = cases.id and later.seq > missed.seq
      and later.kind in ('take', 'advance', 'check-fail'))))`;

/** Filters that figures of procedures open. */
export function procedureConditions(filter: CaseFilter): RawBuilder<boolean>[] {
  const list: RawBuilder<boolean>[] = [];
  // Said as the index of ended procedures says it.
  if (filter.outcome !== undefined) list.push(sql`cases.outcome is not null and cases.outcome = ${filter.outcome}`);
  if (filter.ended !== undefined) list.push(filter.ended ? endedThrough : sql`not (${endedThrough})`);
  if (filter.firstRound !== undefined) list.push(filter.firstRound ? sql`cases.round = 1` : sql`cases.round > 1`);
  if (filter.stageLate !== undefined) list.push(filter.stageLate ? stageLate : sql`not ${stageLate}`);
  if (filter.promiseKept !== undefined)
    list.push(
      filter.promiseKept ? sql`cases.closed_at < cases.promised_at` : sql`cases.closed_at >= cases.promised_at`,
    );
  if (filter.atDesk !== undefined) list.push(filter.atDesk ? atDesk : sql`not ${atDesk}`);
  return list;
}

/** Closed through a procedure. */
export const endedThrough = sql<boolean>`cases.outcome is not null and cases.state = 'closed'`;

const atDesk = sql<boolean>`(cases.target_kind is null or cases.target_kind = 'desk')`;
