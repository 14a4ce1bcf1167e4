import type { CaseFilter, CaseStep } from '@linli/contract';
import type { CaseActionKind } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { refuse } from '../../platform/errors.ts';
import type { PlaceIndex } from '../places/index.ts';

/** The actions that are each step. */
const stepActions: Readonly<Record<CaseStep, readonly CaseActionKind[]>> = {
  report: ['report'],
  accept: ['accept'],
  dispatch: ['dispatch'],
  handle: ['handle'],
  check: ['check-pass', 'check-fail'],
  rate: ['rate'],
};

/**
 * Cases on which a step was taken in a span of time; null when no step is asked for. Whatever was done to a case changed it, so the
 * index by change narrows first. Refuses a step without both ends, and ends without a step.
 */
export function stepCondition(filter: CaseFilter, places: PlaceIndex): RawBuilder<boolean> | null {
  const { step, stepFrom, stepUntil } = filter;
  if (step === undefined && stepFrom === undefined && stepUntil === undefined) return null;
  if (step === undefined || stepFrom === undefined || stepUntil === undefined) {
    const missing = (['step', 'stepFrom', 'stepUntil'] as const).filter((key) => filter[key] === undefined);
    return refuse('input-invalid', {}, { fields: missing.map((path) => ({ path, code: 'required', params: {} })) });
  }
  // The index by change begins with the site; a filter by a smaller area would not name it.
  const siteId = filter.areaId === undefined ? undefined : places.chainOf(filter.areaId)?.areas[0]?.id;
  const site = siteId === undefined ? sql`` : sql`cases.site_id = ${siteId} and `;
  return sql`(${site}cases.changed_at >= ${stepFrom}::timestamptz and exists (select from case_action where case_action.case_id = cases.id
    and case_action.kind = any(${[...stepActions[step]]}::text[])
    and case_action.at >= ${stepFrom}::timestamptz and case_action.at < ${stepUntil}::timestamptz))`;
}
