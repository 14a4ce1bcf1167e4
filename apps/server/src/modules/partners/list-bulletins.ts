import {
  BulletinContent,
  type getBulletin,
  type listBulletins,
  type OutputOf,
  type ParsedInputOf,
} from '@linli/contract';
import { type Actor, addDays } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import { bulletinKind } from './make-bulletin.ts';
import { findOwnSite, type OwnSite } from './own-site.ts';

interface BulletinRow {
  id: string;
  partner_id: string;
  partner_name: string;
  partner_code: string;
  origin: 'ours' | 'theirs';
  every: 'week' | 'month';
  from_day: string;
  until_day: string;
  made_at: Date;
  content: BulletinContent;
}

/** Bulletins of the actor's site, made here or received, and the schedules that make them. */
export async function findBulletins(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof listBulletins>,
): Promise<OutputOf<typeof listBulletins>> {
  const site = await findOwnSite(db, actor);
  const key = readPageKey(input.after, ['instant', 'uuid']);
  const partner = input.partnerId ? sql`and b.partner_id = ${input.partnerId}` : sql``;
  const after = key
    ? sql`and (b.made_at < ${key[0]}::timestamptz or (b.made_at = ${key[0]}::timestamptz and b.id > ${key[1]}::uuid))`
    : sql``;
  const { rows } = await sql<BulletinRow>`select b.*, partner.name as partner_name, partner.code as partner_code
    from bulletin b join partner on partner.id = b.partner_id
    where b.site_id = ${site.id} ${partner} ${after} order by b.made_at desc, b.id limit ${input.limit + 1}`.execute(
    db,
  );
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const schedules = await db
    .selectFrom('bulletin_schedule')
    .innerJoin('partner', 'partner.id', 'bulletin_schedule.partner_id')
    .leftJoin('due', (join) =>
      join.on('due.kind', '=', bulletinKind).on((eb) => eb('due.key', '=', sql<string>`bulletin_schedule.id::text`)),
    )
    .selectAll('bulletin_schedule')
    .select('due.at as next_at')
    .where('partner.site_id', '=', site.id)
    .orderBy('bulletin_schedule.id')
    .execute();
  return {
    schedules: schedules
      .filter((row) => !input.partnerId || row.partner_id === input.partnerId)
      .map((row) => ({
        id: row.id,
        partnerId: row.partner_id,
        every: row.every,
        typeCodes: row.type_codes,
        active: row.active,
        nextAt: row.next_at?.toISOString() ?? null,
      })),
    bulletins: page.map(summary),
    next: last ? pageKey([last.made_at.toISOString(), last.id]) : null,
  };
}

/** One bulletin with the names of the two sites its columns stand for. */
export async function findBulletin(db: Db, actor: Actor, bulletinId: string): Promise<OutputOf<typeof getBulletin>> {
  const site = await findOwnSite(db, actor);
  const { rows } = await sql<BulletinRow>`select b.*, partner.name as partner_name, partner.code as partner_code
    from bulletin b join partner on partner.id = b.partner_id
    where b.id = ${bulletinId} and b.site_id = ${site.id}`.execute(db);
  const row = rows[0];
  if (!row) return { bulletin: null };
  const content = BulletinContent.parse(row.content);
  return { bulletin: { ...summary(row), content, sites: namesOf(row, site) } };
}

function namesOf(row: BulletinRow, site: OwnSite): { siteCode: string; name: string }[] {
  return [
    { siteCode: site.code, name: site.name },
    { siteCode: row.partner_code, name: row.partner_name },
  ];
}

function summary(row: BulletinRow): OutputOf<typeof listBulletins>['bulletins'][number] {
  return {
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    origin: row.origin,
    every: row.every,
    fromDay: row.from_day,
    lastDay: addDays(row.until_day, -1),
    madeAt: row.made_at.toISOString(),
    shared: row.content.total.shared,
  };
}
