import { dayOf } from '@linli/domain';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database, Db } from '../../platform/db/database.ts';
import { bumpVersion } from '../../platform/db/versioned-cache.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { insertHolding, insertPost, orgVersion } from '../org/index.ts';
import { areaPath, insertAreas, placesVersion } from '../places/index.ts';
import { hashPassword } from './password.ts';
import { insertAccount, insertCredential } from './store.ts';

export interface FirstSite {
  code: string;
  name: string;
  admin: { name: string; login: string };
}

/**
 * The first site of an empty database and its system administrator, with a first password told once. By whoever holds the database:
 * before there is an administrator nobody else could. Throws when somebody administers already; they add the rest in the office.
 */
export async function foundSite(
  deps: { database: Database; crypto: Crypto },
  site: FirstSite,
  now: Date,
): Promise<{ initialPassword: string }> {
  const initialPassword = deps.crypto.token().slice(0, 12);
  const passwordHash = await hashPassword(initialPassword);
  await deps.database.asSystem(async (db) => {
    // Two at once: the second waits here and then finds what the first made.
    await bumpVersion(db, placesVersion, now);
    if (await db.selectFrom('area').select('id').limit(1).executeTakeFirst())
      throw new Error(
        'there is a site already: its system administrator adds places, posts and further sites in the office',
      );
    const [areaId, postId, accountId] = [newId(), newId(), newId()];
    const path = areaPath(null, site.code);
    const from = dayOf(now);
    await insertSite(db, { id: areaId, ...site, validFrom: from }, now);
    await insertPost(db, { id: postId, role: 'system-admin', areaId, path, unitId: null });
    await insertAccount(db, { id: accountId, kind: 'staff', name: site.admin.name, demoKey: null, createdAt: now });
    await insertCredential(db, { accountId, login: site.admin.login, passwordHash, phone: null }, deps.crypto);
    await insertHolding(db, { id: newId(), postId, accountId, from, until: null, deputy: false });
    const common = { at: now, path, actorId: null, requestId: null };
    await appendJournal(db, [
      { ...common, kind: 'area.added', noun: 'area', nounId: areaId, data: { validFrom: from } },
      { ...common, kind: 'post.added', noun: 'post', nounId: postId, data: { role: 'system-admin' } },
      { ...common, kind: 'holding.began', noun: 'post', nounId: postId, data: { accountId, from } },
    ]);
    await bumpVersion(db, orgVersion, now);
  });
  return { initialPassword };
}

function insertSite(db: Db, site: { id: string; code: string; name: string; validFrom: string }, now: Date) {
  const { id, code, name, validFrom } = site;
  const nothingKnown = { parentId: null, parentPath: null, population: 0, geometry: null, changedBy: null };
  const area = {
    id,
    siteId: id,
    code,
    name,
    level: 1,
    kind: 'street',
    validFrom,
    reason: 'found-site',
    ...nothingKnown,
  };
  return insertAreas(db, [area], now);
}
