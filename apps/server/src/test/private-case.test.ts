import * as contract from '@linli/contract';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from './test-app.ts';

const secret = '只有我知道的漏水';
let test: TestApp;
let mine: Caller;
let other: Caller;
let colleague: Caller;
let westWorker: Caller;
let photo: string;
let caseId: string;
let number: string;

beforeAll(async () => {
  test = await createTestApp();
  [mine, other] = [await test.resident(), await test.resident()];
  colleague = await test.staff('committee-secretary', 'east');
  westWorker = await test.staff('committee-secretary', 'west');
  photo = await mine.photo(33);
  ({ caseId, number } = await report(mine, 'private', secret, [photo]));
});
afterAll(() => test.close());

function report(by: Caller, visibility: 'public' | 'private', words: string, photos: string[] = []) {
  const place = { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '东园路9号' };
  return by.call(contract.reportCase, {
    typeCode: '06010',
    words,
    place,
    form: {},
    photos,
    urgent: false,
    anonymous: false,
    visibility,
  });
}

/** Every query a person may make that could speak of cases, as one text. */
async function everythingFor(caller: Caller): Promise<string> {
  const { lng, lat } = test.street.area.east1.point;
  const areaId = test.street.area.street.id;
  const asked = [
    await caller.ask(contract.getCase, { caseId }),
    await caller.ask(contract.listCases, { text: '漏水' }),
    await caller.ask(contract.listCases, { order: 'newest', limit: 200 }),
    await caller.ask(contract.listCases, { areaId }),
    await caller.ask(contract.countCases, { filters: [{ text: secret }, { areaId, typeCodes: ['06010'] }] }),
    await caller.ask(contract.listMyCases, {}),
    await caller.ask(contract.listPublicCases, { limit: 100 }),
    await caller.ask(contract.listPublicCases, { lng, lat, radiusMetres: 3000 }),
    await caller.ask(contract.findLikeCases, { typeCode: '06010', lng, lat, limit: 20 }),
    await caller.ask(contract.findLikeCases, { lng, lat, limit: 20 }),
    await caller.ask(contract.listHands, {}),
    await caller.ask(contract.listMyTasks, { limit: 100 }),
    await caller.ask(contract.listNotices, {}),
    await caller.ask(contract.searchAddresses, { text: '漏水' }),
    await caller.ask(contract.suggestTargets, { caseId }),
  ];
  return JSON.stringify(asked.map((answer) => answer.ok));
}

const traces = () => [caseId, number, secret, photo];

/** What the live feed tells until a marker passes; `act` happens while it is open. */
async function liveOf(
  base: string,
  cookie: string,
  act: () => Promise<{ caseId: string }>,
): Promise<{ text: string; marker: string }> {
  const stop = new AbortController();
  const response = await fetch(`${base}/api/live`, { headers: { cookie }, signal: stop.signal });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const { caseId: marker } = await act();
  while (!text.includes(marker)) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) throw new Error('the feed ended');
    text += decoder.decode(chunk.value);
  }
  stop.abort();
  return { text, marker };
}

describe('a private case', () => {
  it('is in no answer to another resident, to nobody, or to staff of another area, and is in those of who may know it', async () => {
    for (const stranger of [other, test.nobody, westWorker]) {
      const told = await everythingFor(stranger);
      for (const trace of traces()) expect(told).not.toContain(trace);
    }
    for (const insider of [mine, colleague]) expect(await everythingFor(insider)).toContain(caseId);
    const counted = await westWorker.call(contract.countCases, { filters: [{ text: secret }] });
    expect(counted.counts).toEqual([{ count: 0, atLeast: false }]);
    expect((await colleague.call(contract.countCases, { filters: [{ text: secret }] })).counts[0]?.count).toBe(1);
  });

  it('keeps its photo from them, whole and small', async () => {
    const get = async (caller: Caller, size: string) => {
      const cookie = await sessionOf(caller);
      return (await test.app.http.inject({ method: 'GET', url: `/api/files/${photo}${size}`, headers: { cookie } }))
        .statusCode;
    };
    for (const size of ['', '?size=thumb']) {
      for (const stranger of [other, test.nobody, westWorker]) expect(await get(stranger, size)).toBe(404);
      for (const insider of [mine, colleague]) expect(await get(insider, size)).toBe(200);
    }
  });

  it('is in no export but its own area’s', async () => {
    const cells = async (caller: Caller) => {
      const cookie = await sessionOf(caller);
      const response = await test.app.http.inject({ method: 'GET', url: '/api/export-cases', headers: { cookie } });
      return response.statusCode === 200
        ? JSON.stringify((await readXlsx(response.rawPayload)).sheets)
        : response.statusCode;
    };
    expect(await cells(test.nobody)).toBe(401);
    expect(await cells(other)).toBe(403);
    expect(await cells(westWorker)).not.toContain(number);
    expect(await cells(colleague)).toContain(number);
  });

  it('passes by on the live feed only for who may know it', async () => {
    const base = await test.app.http.listen({ port: 0, host: '127.0.0.1' });
    const act = (seen: { id: string }) => async () => {
      seen.id = (await report(mine, 'private', '又漏水了')).caseId;
      return report(mine, 'public', '大家都看得到的垃圾');
    };
    for (const [caller, knows] of [
      [other, false],
      [westWorker, false],
      [test.nobody, false],
      [colleague, true],
      [mine, true],
    ] as const) {
      const seen = { id: '' };
      const { text } = await liveOf(base, await sessionOf(caller), act(seen));
      expect(text.includes(seen.id)).toBe(knows);
    }
  });
});

async function sessionOf(caller: Caller): Promise<string> {
  if (!caller.accountId) return '';
  const token = test.crypto.token();
  const now = test.clock.now();
  await test.app.database.asSystem((db) =>
    db
      .insertInto('session')
      .values({
        token_hash: test.crypto.hashToken(token),
        account_id: caller.accountId ?? '',
        created_at: now,
        seen_at: now,
        expires_at: new Date(now.getTime() + 9e9),
      })
      .execute(),
  );
  return `linli_session=${token}`;
}
