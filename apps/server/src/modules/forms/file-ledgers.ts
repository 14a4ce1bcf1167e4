import type { PackForm } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { openReturns } from './fill/open-returns.ts';
import { findLedgers } from './items.ts';

export interface FiledLedger {
  code: string;
  formId: string;
  returns: number;
}

/**
 * Files the ledgers of the packs that are on for a site and puts them in force, each for the unit it names (by key; else the first
 * department). Those already filed under their name stay as they are. As the system: for a new street, and for tests.
 */
export async function fileLedgers(
  db: Db,
  call: { siteId: string; now: Date; only?: readonly string[] },
): Promise<FiledLedger[]> {
  const { siteId, now, only } = call;
  const ledgers = (await findLedgers(db)).filter(({ code }) => !only || only.includes(code));
  const units = await db
    .selectFrom('unit')
    .select(['id', 'key', 'kind'])
    .where('site_id', '=', siteId)
    .where('active', '=', true)
    .orderBy('key')
    .execute();
  const known = await db.selectFrom('form').select(['name', 'unit_id']).where('site_id', '=', siteId).execute();
  const filed: FiledLedger[] = [];
  for (const ledger of ledgers) {
    const unit =
      units.find(({ key }) => key === ledger.unit) ?? units.find(({ kind }) => kind === 'department') ?? units[0];
    if (!unit || known.some((form) => form.name === ledger.form.name.zh && form.unit_id === unit.id)) continue;
    filed.push(await fileOne(db, { ledger, unitId: unit.id, siteId, now }));
  }
  return filed;
}

async function fileOne(
  db: Db,
  call: { ledger: PackForm; unitId: string; siteId: string; now: Date },
): Promise<FiledLedger> {
  const { ledger, unitId, siteId, now } = call;
  const id = newId();
  await sql`insert into form (id, site_id, unit_id, name, item_code, state, version, made_at, changed_at)
    values (${id}, ${siteId}, ${unitId}, ${ledger.form.name.zh}, ${ledger.form.item}, 'published', 1, ${now}, ${now})`.execute(
    db,
  );
  await sql`insert into form_version (form_id, version, definition, published_at)
    values (${id}, 1, ${JSON.stringify(ledger.form)}::jsonb, ${now})`.execute(db);
  const returns = await openReturns(db, { id, siteId, version: 1, definition: ledger.form }, now);
  return { code: ledger.code, formId: id, returns: returns.length };
}
