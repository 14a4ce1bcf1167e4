import type { CaseFilter, CountedKey } from '@linli/contract';
import { type RawBuilder, sql } from 'kysely';
import { refuse } from '../../platform/errors.ts';
import type { PlaceIndex } from '../places/index.ts';
import { areaColumn } from './area-column.ts';

/** The stored figures each figure is the sum of (docs/measures.md). */
export const countedFigures = {
  reported: ['reported'],
  reportedByWorkers: ['reportedByWorkers'],
  reportedByCitizens: ['reportedByCitizens'],
  validReported: ['validReported'],
  publicVerified: ['publicVerified'],
  accepted: ['filed', 'notFiled'],
  filed: ['filed'],
  voided: ['voided'],
  dueForDispatch: ['dispatched', 'undispatched'],
  dispatched: ['dispatched'],
  dispatchedWrong: ['dispatchedWrong'],
  dueForHandling: ['handled', 'overdueUnhandled'],
  handled: ['handled'],
  overdueUnhandled: ['overdueUnhandled'],
  dueForClosing: ['closed', 'overdueUnclosed'],
  closed: ['closed'],
  overdueUnclosed: ['overdueUnclosed'],
  reworked: ['reworked'],
  extended: ['extended'],
  suspended: ['suspended'],
  returned: ['returned'],
  reopened: ['reopened'],
  dueForCheck: ['checked', 'unchecked'],
  dueForFirstContact: ['contacted', 'contactLate'],
  firstContacted: ['contacted'],
  solved: ['solved'],
  explained: ['explained'],
  solvedOrExplained: ['solved', 'explained'],
  rated: ['rated'],
  satisfied: ['satisfied'],
  complaints: ['complaints'],
} as const satisfies Record<CountedKey, readonly string[]>;

/**
 * Cases counted in a figure in a span of days; null when no figure is asked for. Looked up first among the facts by area and days: where few
 * fit, asking each case takes long. Refuses a figure without both days, and days or a unit without a figure.
 */
export function countedCondition(filter: CaseFilter, places: PlaceIndex): RawBuilder<boolean> | null {
  const { counted, countedFrom: from, countedUntil: until, countedUnitId } = filter;
  if ([counted, from, until, countedUnitId].every((value) => value === undefined)) return null;
  if (counted === undefined || from === undefined || until === undefined) {
    const missing = (['counted', 'countedFrom', 'countedUntil'] as const).filter((key) => filter[key] === undefined);
    return refuse('input-invalid', {}, { fields: missing.map((path) => ({ path, code: 'required', params: {} })) });
  }
  const unit = countedUnitId === undefined ? '*' : `"${countedUnitId.toLowerCase()}"`;
  const days = JSON.stringify({ from, until });
  const fits = countedFigures[counted].map(
    (figure) =>
      sql`jsonb_path_exists(case_fact.marks, ${`$.${figure}.${unit}[*] ? (@ >= $from && @ <= $until)`}::jsonpath, ${days}::jsonb)`,
  );
  const kinds = filter.typeCodes ? sql`and case_fact.type_code = any(${filter.typeCodes}::text[])` : sql``;
  return sql`cases.id = any(array(select case_fact.case_id from case_fact where ${factsOf(filter, places)}
    and case_fact.marked_until >= ${from}::date and case_fact.marked_from <= ${until}::date ${kinds} and (${sql.join(fits, sql` or `)})))`;
}

/** Facts of the filter's place; of all sites where it names none. */
function factsOf({ areaId, areaGroupId }: CaseFilter, places: PlaceIndex): RawBuilder<boolean> {
  if (areaId !== undefined) return sql`${sql.ref(`case_fact.${areaColumn(places, areaId)}`)} = ${areaId}`;
  if (areaGroupId !== undefined)
    return sql`case_fact.area3_id in (select area_id from area_group_member where group_id = ${areaGroupId})`;
  return sql`case_fact.site_id = any(${places.sites().map((site) => site.id)}::uuid[])`;
}
