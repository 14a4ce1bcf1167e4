import type { SharedCaseView } from '@linli/contract';
import { CaseTypeDefinition, type LocalText } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { isStale } from './policy.ts';
import { sectionKey } from './share-case.ts';
import type { SharedCaseRow } from './shared-case-row.ts';

export interface ViewRow extends SharedCaseRow {
  partner_name: string;
  partner_code: string;
  active: boolean;
  heard_at: Date | null;
  definition: unknown;
}

/** Shared cases with their partner and type, as the reader's scope shows them. `where` narrows; newest first. */
export async function findViewRows(db: Db, where: RawBuilder<boolean>, limit: number): Promise<ViewRow[]> {
  const { rows } = await sql<ViewRow>`select shared_case.*, partner.name as partner_name, partner.code as partner_code,
      partner.active, partner.heard_at, case_type.definition
    from shared_case
    join partner on partner.id = shared_case.partner_id
    join cases on cases.id = shared_case.case_id
    join case_type on case_type.code = cases.type_code and case_type.version = cases.type_version
    where ${where}
    order by shared_case.shared_at desc, shared_case.id limit ${limit}`.execute(db);
  return rows;
}

/** The name of a border section as the type's form lists it; what it does not list is shown as it came. */
export function sectionName(type: CaseTypeDefinition, section: string | null): LocalText | null {
  if (section === null) return null;
  const field = type.form.find((each) => each.key === sectionKey);
  return field?.options?.find((option) => option.value === section)?.label ?? { zh: section, en: section };
}

export function sharedCaseView(row: ViewRow, now: Date): SharedCaseView {
  const type = CaseTypeDefinition.parse(row.definition);
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: row.id,
    caseId: row.case_id,
    number: row.number,
    origin: row.origin,
    partner: {
      id: row.partner_id,
      name: row.partner_name,
      siteCode: row.partner_code,
      active: row.active,
      heardAt: iso(row.heard_at),
      stale: isStale(row, now),
    },
    typeCode: row.type_code,
    typeName: type.name,
    section: sectionName(type, row.section),
    summary: row.summary,
    ourPart: row.our_part,
    theirPart: row.their_part,
    fields: row.fields,
    sharedAt: row.shared_at.toISOString(),
    ours: { state: row.our_state, at: iso(row.our_state_at), onTime: row.our_on_time },
    theirs: {
      state: row.their_state,
      at: iso(row.their_state_at),
      onTime: row.their_on_time,
      number: row.their_number,
    },
    problem: row.problem,
  };
}
