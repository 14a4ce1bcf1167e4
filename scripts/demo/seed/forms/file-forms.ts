import { dayOf, type FormDefinition, periodOfDay } from '@linli/domain';
import { sql } from 'kysely';
import { fileLedgers, openReturns } from '../../../../apps/server/src/modules/forms/index.ts';
import type { Db } from '../../../../apps/server/src/platform/db/database.ts';
import { newId } from '../../../../apps/server/src/platform/ids.ts';
import { ownForms, ownItems } from './own-forms.ts';

export interface FilingPlace {
  readonly siteId: string;
  readonly now: Date;
  /** Units by key. */
  readonly units: ReadonlyMap<string, string>;
}

const dayMs = 86_400_000;
/** Forms have been there this long: the burden has weeks to show. */
const filedDaysAgo = 75;

/** Files the ledgers of the packs and the departments' own forms, and opens the last period and this one. Answers how many are in force. */
export async function fileForms(db: Db, place: FilingPlace): Promise<number> {
  const { siteId, now, units } = place;
  const filedAt = new Date(now.getTime() - filedDaysAgo * dayMs);
  for (const { code, name, law, fields, units: ofUnits } of ownItems)
    await sql`insert into legal_item (site_id, code, name, law, fields, units, active, changed_at)
      values (${siteId}, ${code}, ${name}, ${law}, ${fields}, ${ofUnits}, ${code !== 'elder-allowance-check'}, ${filedAt})
      on conflict do nothing`.execute(db);
  await fileLedgers(db, { siteId, now });
  for (const { unit, definition, state } of ownForms) {
    const unitId = units.get(unit);
    if (unitId) await fileOwn(db, { siteId, unitId, definition, now, inForce: state === 'published' });
  }
  const { rows } = await sql<{ id: string; definition: FormDefinition }>`select f.id, v.definition from form f
    join form_version v on v.form_id = f.id and v.version = f.version where f.site_id = ${siteId} and f.state = 'published'`.execute(
    db,
  );
  for (const { id, definition } of rows) await openLast(db, { id, siteId, version: 1, definition }, now);
  await sql`update form set made_at = ${filedAt}, changed_at = ${filedAt} where site_id = ${siteId}`.execute(db);
  await sql`update form_version v set published_at = ${filedAt} from form f where f.id = v.form_id and f.site_id = ${siteId}`.execute(
    db,
  );
  return rows.length;
}

async function fileOwn(
  db: Db,
  call: { siteId: string; unitId: string; definition: FormDefinition; now: Date; inForce: boolean },
): Promise<void> {
  const { siteId, unitId, definition, now, inForce } = call;
  const id = newId();
  const json = JSON.stringify(definition);
  await sql`insert into form (id, site_id, unit_id, name, item_code, state, version, draft, made_at, changed_at)
    values (${id}, ${siteId}, ${unitId}, ${definition.name.zh}, ${definition.item}, ${inForce ? 'published' : 'draft'},
      ${inForce ? 1 : 0}, ${inForce ? null : json}::jsonb, ${now}, ${now})`.execute(db);
  if (!inForce) return;
  await sql`insert into form_version (form_id, version, definition, published_at) values (${id}, 1, ${json}::jsonb, ${now})`.execute(
    db,
  );
  await openReturns(db, { id, siteId, version: 1, definition }, now);
}

/** The returns of the period before this one; then those of this one again, so that the next comes by itself from today on. */
async function openLast(db: Db, form: Parameters<typeof openReturns>[1], now: Date): Promise<void> {
  const period = periodOfDay(dayOf(now), form.definition.period);
  // Yearly and single forms have no period that the demonstration remembers.
  if (form.definition.period !== 'month' && form.definition.period !== 'quarter') return;
  await openReturns(db, form, new Date(Date.parse(`${period.from}T00:00:00+08:00`) - dayMs / 2));
  await openReturns(db, form, now);
  await sql`update form_return set filled_at = ${now} where form_id = ${form.id}`.execute(db);
}
