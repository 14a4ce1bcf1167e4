import { CaseTypeDefinition } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { MessageData } from './message.ts';
import type { SharedCaseRow } from './shared-case-row.ts';

interface Told {
  address: string;
  lng: number | null;
  lat: number | null;
  form: MessageData<'linli.case-shared.v1'>['form'];
  reported_at: Date;
  definition: unknown;
}

/**
 * What the other side gets of a case: our summary, whose part is what, and only those answers that were chosen. Never the report's
 * words, who reported, photos, or a field marked personal.
 */
export async function sharedMessage(db: Db, one: SharedCaseRow): Promise<MessageData<'linli.case-shared.v1'>> {
  const { rows } =
    await sql<Told>`select cases.address, cases.lng, cases.lat, cases.form, cases.reported_at, case_type.definition
    from cases join case_type on case_type.code = cases.type_code and case_type.version = cases.type_version
    where cases.id = ${one.case_id}`.execute(db);
  const told = rows[0];
  if (!told || one.our_state === null) throw new Error('a shared case is a case with a state');
  const type = CaseTypeDefinition.parse(told.definition);
  const chosen = new Set(one.fields);
  const open = type.form.filter((field) => !field.personal && chosen.has(`form.${field.key}`));
  const answers = open.flatMap(({ key }) => {
    const value = told.form[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    number: one.number,
    typeCode: one.type_code,
    typeName: type.name,
    section: one.section,
    summary: one.summary,
    senderPart: one.our_part,
    receiverPart: one.their_part,
    fields: one.fields,
    address: chosen.has('address') && told.address !== '' ? told.address : null,
    point: chosen.has('point') && told.lng !== null && told.lat !== null ? { lng: told.lng, lat: told.lat } : null,
    form: Object.fromEntries(answers),
    reportedAt: told.reported_at.toISOString(),
    sharedAt: one.shared_at.toISOString(),
    state: one.our_state,
  };
}
