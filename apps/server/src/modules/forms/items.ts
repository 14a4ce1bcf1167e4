import type { LegalItem, PackForm, PackForms } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

export interface SiteItem extends LegalItem {
  active: boolean;
  /** Of a pack, not changed here. */
  ofPack: boolean;
}

/** The permitted list of a site: the packs' that are on, the site's own rows before them. */
export async function findLegalItems(db: Db, siteId: string): Promise<SiteItem[]> {
  const own = await db.selectFrom('legal_item').selectAll().where('site_id', '=', siteId).orderBy('code').execute();
  const items = new Map<string, SiteItem>();
  for (const forms of await findPackForms(db))
    for (const item of forms.items) items.set(item.code, { ...item, active: true, ofPack: true });
  for (const { code, name, law, fields, units, active } of own)
    items.set(code, { code, name, law, fields, units, active, ofPack: false });
  return [...items.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** The item in force, or nothing. */
export async function findLegalItem(db: Db, siteId: string, code: string): Promise<SiteItem | null> {
  return (await findLegalItems(db, siteId)).find((item) => item.code === code && item.active) ?? null;
}

/** Ledgers the packs that are on bring. */
export async function findLedgers(db: Db): Promise<PackForm[]> {
  return (await findPackForms(db)).flatMap((forms) => forms.ledgers);
}

async function findPackForms(db: Db): Promise<PackForms[]> {
  const { rows } = await sql<{ forms: PackForms }>`select definition -> 'forms' as forms from pack
    where active and definition ? 'forms' order by pack`.execute(db);
  return rows.map((row) => row.forms);
}
