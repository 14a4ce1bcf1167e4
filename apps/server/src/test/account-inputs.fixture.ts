import { type AreaKey, addHolder } from './small-street.ts';
import type { TestApp } from './test-app.ts';

/** Somebody new with a post at the place. */
export async function someHolder(
  test: TestApp,
  area: AreaKey,
): Promise<{ postId: string; holdingId: string; accountId: string }> {
  const { id, path } = test.street.area[area];
  const { postId, accountId } = await addHolder(
    test.app.database,
    { role: 'building-leader', areaId: id, path, unitId: null, name: '某人' },
    test.clock.now(),
  );
  await test.app.refreshCaches();
  const { rows } = await test.app.database.pool.query<{ id: string }>('select id from holding where post_id = $1', [
    postId,
  ]);
  return { postId, accountId, holdingId: rows[0]?.id ?? '' };
}

/** The account of somebody with a post at the place who signs in by password. */
export async function someSigningIn(test: TestApp, area: AreaKey): Promise<string> {
  const { accountId } = await someHolder(test, area);
  const nothingElse = { password_hash: null, phone_hash: null, phone_encrypted: null };
  await test.app.database.asSystem((db) =>
    db
      .insertInto('credential')
      .values({ account_id: accountId, login: accountId, ...nothingElse })
      .execute(),
  );
  return accountId;
}
