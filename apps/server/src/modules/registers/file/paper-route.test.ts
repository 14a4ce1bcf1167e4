import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { buildHome } from '../../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../../test/test-app.ts';

let test: TestApp;
let keeper: Caller;
let home: { buildingId: string; homeId: string };
beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.staff('grid-worker', 'east1');
  home = await buildHome(test, keeper, 'east1');
}, 60_000);
afterAll(() => test.close());

it('a printed household stands in the journal at its own place, not at the first post of whoever printed it', async () => {
  // The first post that is read is in the west, the household in the east.
  const west = await test.staff('committee-secretary', 'west');
  const { area } = test.street;
  await test.app.database.asSystem(async (db) => {
    const postId = newId();
    await sql`insert into post (id, role, area_id, path) values (${postId}, 'committee-secretary', ${area.east.id}, ${area.east.path}::ltree)`.execute(
      db,
    );
    await sql`insert into holding (id, post_id, account_id, valid_from) values (${newId()}, ${postId}, ${west.accountId}, '2026-01-01')`.execute(
      db,
    );
  });
  await test.app.refreshCaches();
  const token = test.crypto.token();
  const now = test.clock.now();
  await test.app.database.asSystem((db) =>
    sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at)
      values (${test.crypto.hashToken(token)}, ${west.accountId}, ${now}, ${now}, ${new Date(now.getTime() + 9e8)})`.execute(
      db,
    ),
  );
  const paper = await test.app.http.inject({
    method: 'GET',
    url: `/api/household-paper?subjectId=${home.homeId}`,
    headers: { 'x-linli': '1', cookie: `linli_session=${token}` },
  });
  expect(paper.statusCode).toBe(200);
  const { rows } = await test.app.database.asSystem((db) =>
    sql<{
      path: string;
      nounId: string;
    }>`select path::text as path, noun_id as "nounId" from journal where kind = 'household.printed'`.execute(db),
  );
  expect(rows).toEqual([{ path: area.east1.path, nounId: home.homeId }]);
});
