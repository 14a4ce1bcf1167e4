import { type Day, type FormDefinition, isAboutPeople } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';

/**
 * Which committees `a` owe a form on a day: those it names, else all in force. A business area has no residents: it owes no ledger of people
 * unless somebody is registered there.
 */
export function owes(siteId: string, definition: FormDefinition, today: Day): RawBuilder<boolean> {
  const { areas } = definition;
  const inForce = sql`a.site_id = ${siteId} and a.level = 3 and a.valid_from <= ${today} and (a.valid_to is null or a.valid_to > ${today})`;
  if (areas.length > 0) return sql`${inForce} and a.id = any(${[...areas]}::uuid[])`;
  if (!isAboutPeople(definition)) return sql`${inForce}`;
  return sql`${inForce} and (a.kind <> 'business-area' or exists (select from subject s
    where s.site_id = a.site_id and s.path <@ a.path and s.noun = 'person' and s.state = 'active'))`;
}
