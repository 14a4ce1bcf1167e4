import { reportCase } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { type LiveReader, openReader } from '../platform/journal/live-reader.harness.ts';
import { createSecondApp } from './second-app.ts';
import { type Caller, createTestApp, type TestApp } from './test-app.ts';

let test: TestApp;
let second: App;
let urls: { first: string; second: string };
const open: LiveReader[] = [];
beforeAll(async () => {
  test = await createTestApp();
  second = await createSecondApp(test);
  const listen = async (app: App) => `${await app.http.listen({ port: 0, host: '127.0.0.1' })}/api/live`;
  urls = { first: await listen(test.app), second: await listen(second) };
});
afterAll(async () => {
  for (const reader of open) reader.close();
  await second.close();
  await test.close();
});

async function cookieOf(who: Caller | null): Promise<string | null> {
  if (!who?.accountId) return null;
  const token = test.crypto.token();
  const until = new Date(test.clock.now().getTime() + 86_400_000);
  await test.app.database.asSystem((db) =>
    sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at) values (${test.crypto.hashToken(token)}, ${who.accountId}, ${until}, ${until}, ${until})`.execute(
      db,
    ),
  );
  return token;
}
async function listen(who: Caller | null, url = urls.first): Promise<LiveReader> {
  const reader = await openReader(url, { cookie: await cookieOf(who) });
  open.push(reader);
  await reader.until((e) => e.event === 'snapshot');
  return reader;
}
const report = (who: Caller, visibility: 'public' | 'private', typeCode = '06012') =>
  who.call(reportCase, {
    typeCode,
    words: `路面有油污 ${visibility}`,
    place: { ...test.street.area.east1.point, crs: 'wgs84', address: '' },
    visibility,
  });
const heard = (reader: LiveReader, caseId: string) =>
  reader.until((e) => e.data.nounId === caseId && e.data.kind === 'case.dispatched');

describe('the live feed of the product', () => {
  it('tells a private case to its reporter, its area and its unit; a public one to everybody', async () => {
    const anna = await test.resident();
    const readers = {
      anna: await listen(anna),
      ben: await listen(await test.resident()),
      nobody: await listen(null),
      east: await listen(await test.staff('micro-grid-leader', 'east1')),
      west: await listen(await test.staff('micro-grid-leader', 'west1')),
      greening: await listen(await test.staff('unit-handler', 'street', 'greening')),
      police: await listen(await test.staff('unit-handler', 'street', 'police')),
    };
    const hidden = await report(anna, 'private');
    const shown = await report(anna, 'public');
    await Promise.all(Object.values(readers).map((reader) => heard(reader, shown.caseId)));
    const knows = Object.entries(readers)
      .filter(([, reader]) => reader.changes().includes(hidden.caseId))
      .map(([name]) => name);
    expect(knows.toSorted()).toEqual(['anna', 'east', 'greening']);
  });

  it('tells the reporter that it is theirs and the public nothing that is inside', async () => {
    const anna = await test.resident();
    const [own, nobody] = [await listen(anna), await listen(null)];
    const { caseId } = await report(anna, 'public');
    expect((await heard(own, caseId)).data.data).toMatchObject({ mine: true });
    const outside = (await heard(nobody, caseId)).data.data ?? {};
    expect(outside).toMatchObject({ mine: false });
    expect(JSON.stringify(outside)).not.toContain(anna.accountId);
    expect(Object.keys(outside)).not.toContain('unitId');
  });

  it('reaches the readers of two web processes on one database', async () => {
    const [here, there] = [await listen(null, urls.first), await listen(null, urls.second)];
    const { caseId } = await report(await test.resident(), 'public');
    await Promise.all([heard(here, caseId), heard(there, caseId)]);
    // A position of one process is good in the other.
    const last = await heard(here, caseId);
    const { caseId: later } = await report(await test.resident(), 'public');
    const moved = await openReader(urls.second, { lastEventId: last.id });
    open.push(moved);
    await heard(moved, later);
    expect(moved.changes().filter((id) => id === caseId)).toEqual([]);
  });

  it('reaches 200 readers', async () => {
    const readers = await Promise.all(Array.from({ length: 200 }, () => listen(null)));
    const { caseId } = await report(await test.resident(), 'public');
    await Promise.all(readers.map((reader) => heard(reader, caseId)));
    for (const reader of readers) reader.close();
  });
});
