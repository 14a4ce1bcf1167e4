import type { Role } from '@linli/domain';
import { sql } from 'kysely';
import { afterCommit, type Db } from '../../platform/db/database.ts';
import { bumpVersion, type VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Directory } from './directory.ts';

export const orgVersion = 'org';

/** After any change of units, posts or holdings: every process loads its directory again, this one before it answers. */
export async function directoryChanged(db: Db, cache: VersionedCache<Directory>, now: Date): Promise<void> {
  await bumpVersion(db, orgVersion, now);
  afterCommit(db, () => cache.refresh());
}

export async function upsertUnit(
  db: Db,
  unit: {
    id: string;
    siteId: string;
    key: string;
    name: string;
    kind: string;
    path: string;
    active: boolean;
    phone: string | null;
    areaIds: readonly string[];
  },
): Promise<void> {
  await db
    .insertInto('unit')
    .values({
      id: unit.id,
      site_id: unit.siteId,
      key: unit.key,
      name: unit.name,
      kind: unit.kind,
      path: unit.path,
      active: unit.active,
      phone: unit.phone,
    })
    .onConflict((c) =>
      c
        .column('id')
        .doUpdateSet({ key: unit.key, name: unit.name, kind: unit.kind, active: unit.active, phone: unit.phone }),
    )
    .execute();
  await db.deleteFrom('unit_area').where('unit_id', '=', unit.id).execute();
  if (unit.areaIds.length > 0) {
    await db
      .insertInto('unit_area')
      .values([...new Set(unit.areaIds)].map((area_id) => ({ unit_id: unit.id, area_id })))
      .execute();
  }
}

export async function insertPost(
  db: Db,
  post: { id: string; role: Role; areaId: string; path: string; unitId: string | null },
): Promise<void> {
  await db
    .insertInto('post')
    .values({ id: post.id, role: post.role, area_id: post.areaId, path: post.path, unit_id: post.unitId, active: true })
    .execute();
}

export async function insertHolding(
  db: Db,
  h: { id: string; postId: string; accountId: string; from: string; until: string | null; deputy: boolean },
): Promise<void> {
  await db
    .insertInto('holding')
    .values({
      id: h.id,
      post_id: h.postId,
      account_id: h.accountId,
      valid_from: h.from,
      valid_to: h.until,
      deputy: h.deputy,
    })
    .execute();
}

/** The holding with its post's place, locked; undefined when there is none. */
export async function findHolding(db: Db, holdingId: string) {
  return db
    .selectFrom('holding')
    .innerJoin('post', 'post.id', 'holding.post_id')
    .select([
      'holding.id',
      'holding.account_id',
      'holding.post_id',
      'holding.valid_from',
      sql<string>`post.path::text`.as('path'),
    ])
    .where('holding.id', '=', holdingId)
    .forUpdate('holding')
    .executeTakeFirst();
}

export async function endHoldingAt(db: Db, holdingId: string, until: string): Promise<void> {
  await db.updateTable('holding').set({ valid_to: until }).where('id', '=', holdingId).execute();
}
