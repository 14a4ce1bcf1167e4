import * as contract from '@linli/contract';
import type { Actor, Role } from '@linli/domain';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { importStagePack } from './stage-pack.fixture.ts';

const secret = '反映某单位收钱不办事';
let test: TestApp;
let mine: Caller;
let secretary: Caller;
let dispatcher: Caller;
let chief: Caller;
let police: Caller;
let accused: Caller;
let greening: Caller;
let photo: string;
let caseId: string;
let number: string;

beforeAll(async () => {
  test = await createTestApp();
  await importStagePack(test);
  mine = await test.resident();
  secretary = await test.staff('committee-secretary', 'east');
  dispatcher = await test.staff('dispatcher', 'street');
  chief = await test.staff('duty-chief', 'street');
  police = await test.staff('unit-handler', 'street', 'police');
  accused = await test.staff('unit-lead', 'street', 'housing');
  greening = await test.staff('unit-handler', 'street', 'greening');
  photo = await mine.photo(44);
  const place = { ...test.street.area.east1.point, address: '东园路9号' };
  const form = { about: test.street.unit.housing.id };
  const told = await mine.call(contract.reportCase, {
    typeCode: 't-petition',
    words: secret,
    place,
    form,
    photos: [photo],
  });
  ({ caseId, number } = told);
}, 60_000);
afterAll(() => test.close());

/** A file or paper, which is no operation. */
async function fetchAs(caller: Caller, url: string) {
  const token = test.crypto.token();
  const now = test.clock.now();
  await test.app.database.asSystem((db) =>
    sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at) values (${test.crypto.hashToken(token)}, ${caller.accountId}, ${now}, ${now}, ${new Date(now.getTime() + 9e9)})`.execute(
      db,
    ),
  );
  return test.app.http.inject({ url, headers: { cookie: `linli_session=${token}` } });
}

async function looksBy(caller: Caller): Promise<{ actor_id: string; data: object }[]> {
  const { rows } = await test.app.database.asSystem((db) =>
    sql<{
      actor_id: string;
      data: object;
    }>`select actor_id, data from journal where noun_id = ${caseId} and kind = 'case.looked-at' and actor_id = ${caller.accountId} order by seq`.execute(
      db,
    ),
  );
  return rows;
}

/** Every query that could speak of it, as one text. */
async function everythingFor(caller: Caller): Promise<string> {
  const { lng, lat } = test.street.area.east1.point;
  const asked = [
    await caller.ask(contract.getCase, { caseId }),
    await caller.ask(contract.listCases, { text: '收钱' }),
    await caller.ask(contract.listCases, { order: 'newest', limit: 200 }),
    await caller.ask(contract.listCases, { sealed: true }),
    await caller.ask(contract.listMyCases, {}),
    await caller.ask(contract.listPublicCases, { lng, lat, radiusMetres: 3000 }),
    await caller.ask(contract.findLikeCases, { lng, lat, limit: 20 }),
    await caller.ask(contract.listHands, {}),
    await caller.ask(contract.listMyTasks, { limit: 100 }),
    await caller.ask(contract.listNotices, {}),
    await caller.ask(contract.suggestTargets, { caseId }),
    await caller.ask(contract.getScreen, {}),
    await caller.ask(contract.searchAnswers, { text: '收钱' }),
    await caller.ask(contract.listPublishedAnswers, {}),
  ];
  return JSON.stringify(asked.map((answer) => answer.ok));
}

describe('a sealed case', () => {
  it('is told to nobody by place, and never to the unit it is about', async () => {
    await test.settle();
    for (const stranger of [test.nobody, secretary, dispatcher, greening, accused]) {
      const told = await everythingFor(stranger);
      for (const trace of [caseId, number, secret, photo]) expect(told).not.toContain(trace);
    }
    for (const insider of [mine, police, chief]) expect(await everythingFor(insider)).toContain(caseId);
  });

  it('says no more than its kind in lists, on no map and in no export', async () => {
    const { cases } = await chief.call(contract.listCases, { sealed: true });
    expect(cases).toMatchObject([{ id: caseId, title: '试信访', photo: null, visibility: 'sealed' }]);
    expect(cases[0]?.place).toMatchObject({ lng: null, lat: null, address: '' });
    expect((await chief.call(contract.getCase, { caseId })).place.address).toBe('东园路9号');
    expect(JSON.stringify((await chief.call(contract.getScreen, {})).latest)).not.toContain(caseId);
    const sheet = await fetchAs(chief, '/api/export-cases');
    expect(JSON.stringify((await readXlsx(sheet.rawPayload)).sheets)).not.toContain(number);
  });

  it('writes down every look once an hour for each person, and marks the page', async () => {
    const before = (await looksBy(police)).length;
    expect(before).toBe(1);
    const seen = await police.call(contract.getCase, { caseId });
    expect(seen.watermark).toMatch(/派出所.*2026-03-16 10:00/);
    await Promise.all([police.call(contract.getCase, { caseId }), police.call(contract.getCase, { caseId })]);
    expect(await looksBy(police)).toEqual([{ actor_id: police.accountId, data: {} }]);
    test.clock.forward(61);
    await Promise.all([police.call(contract.getCase, { caseId }), police.call(contract.getCase, { caseId })]);
    expect(await looksBy(police)).toHaveLength(2);
  });

  it('has its papers counted as looks, and neither papers nor photos kept by a browser', async () => {
    const inspector = await test.staff('duty-chief', 'street');
    const paper = (key: string, by: Caller) => fetchAs(by, `/api/case-document?caseId=${caseId}&key=${key}`);
    const made = await paper('receipt', inspector);
    expect([made.statusCode, made.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(made.headers['cache-control']).toBe('private, no-store');
    expect(await looksBy(inspector)).toHaveLength(1);
    for (const stranger of [dispatcher, accused]) expect((await paper('receipt', stranger)).statusCode).toBe(404);
    expect(await looksBy(accused)).toEqual([]);
    // A paper its type does not have is not written down as made.
    expect((await paper('warrant', inspector)).statusCode).toBe(404);
    const { rows } = await test.app.database.asSystem((db) =>
      sql`select from journal where noun_id = ${caseId} and kind = 'case.document-made'`.execute(db),
    );
    expect(rows).toHaveLength(1);

    const kept = async (hash: string, by: Caller) => (await fetchAs(by, `/api/files/${hash}`)).headers['cache-control'];
    expect(await kept(photo, inspector)).toBe('private, no-store');
    const open = await mine.photo(45);
    expect(await kept(open, mine)).toBe('private, no-store'); // in no case yet
    const place = { ...test.street.area.east1.point, address: '' };
    await mine.call(contract.reportCase, { typeCode: '06010', words: '垃圾', place, photos: [open] });
    expect(await kept(open, mine)).toBe('private, max-age=31536000, immutable');
  });

  it('goes neither to the unit it is about nor into a pool, also by rule, part or child', async () => {
    const place = { ...test.street.area.east1.point, address: '' };
    const aboutPolice = await mine.call(contract.reportCase, {
      typeCode: 't-petition',
      words: '反映派出所',
      place,
      form: { about: test.street.unit.police.id },
    });
    expect(aboutPolice).toMatchObject({ state: 'accepted', holder: null });
    const it = { caseId: aboutPolice.caseId, words: '', ruling: false };
    const to = (unitId: string) => chief.ask(contract.dispatchCase, { ...it, to: { kind: 'unit', unitId } });
    expect((await to(test.street.unit.police.id)).error?.code).toBe('about-cannot-handle');
    const pool = { ...it, to: { kind: 'pool' as const, unitKind: 'department' } };
    expect((await chief.ask(contract.dispatchCase, pool)).error?.code).toBe('target-invalid');
    expect((await dispatcher.ask(contract.dispatchCase, { ...it, to: { kind: 'rule' } })).status).toBe(404);
    const { targets } = await chief.call(contract.suggestTargets, { caseId: aboutPolice.caseId });
    expect(targets.map((t) => t.unitId)).not.toContain(test.street.unit.police.id);
    // Also where it is about no unit at all: posts of the grid, held by many, and firms are never one key away.
    await test.staff('grid-worker', 'east1');
    const aboutNobody = await mine.call(contract.reportCase, {
      typeCode: 't-petition',
      words: '反映事',
      place,
      form: {},
    });
    const suggested = await chief.call(contract.suggestTargets, { caseId: aboutNobody.caseId });
    const byPlace = suggested.targets.filter((t) => t.why === 'place');
    expect(byPlace.length).toBeGreaterThan(1);
    expect(byPlace.filter((t) => t.postId !== null || t.unitKind !== 'department')).toEqual([]);
    expect((await to(test.street.unit.greening.id)).status).toBe(200);
    await greening.call(contract.takeCase, { caseId: aboutPolice.caseId });
    const parts = [
      { unitId: test.street.unit.greening.id, lead: true },
      { unitId: test.street.unit.police.id, lead: false },
    ];
    const split = { caseId: aboutPolice.caseId, parts };
    expect((await greening.ask(contract.splitCase, split)).error?.code).toBe('about-cannot-handle');
    const child = { caseId: aboutPolice.caseId, typeCode: 't-duty', words: '核实', unitId: test.street.unit.police.id };
    expect((await greening.ask(contract.openChildCase, child)).error?.code).toBe('about-cannot-handle');
    // A duty of a sealed case is sealed as well.
    const opened = await greening.call(contract.openChildCase, { ...child, unitId: test.street.unit.housing.id });
    expect((await secretary.ask(contract.getCase, { caseId: opened.child.caseId })).status).toBe(404);
    expect((await police.ask(contract.getCase, { caseId: opened.child.caseId })).status).toBe(404);
    expect((await accused.call(contract.getCase, { caseId: opened.child.caseId })).visibility).toBe('sealed');
    // Sent back, it still does not go to whom the first case is about.
    const back = { caseId: opened.child.caseId, reason: '不归我办', rightUnitId: test.street.unit.police.id };
    await accused.call(contract.returnCase, back);
    const again = { caseId: opened.child.caseId, words: '', ruling: false };
    const toPolice = { kind: 'unit' as const, unitId: test.street.unit.police.id };
    expect((await chief.ask(contract.dispatchCase, { ...again, to: toPolice })).error?.code).toBe(
      'about-cannot-handle',
    );
  });

  it('is not merged: whoever reported the other would be shown it', async () => {
    const place = { ...test.street.area.east1.point, address: '' };
    const other = await test.resident();
    const open = await other.call(contract.reportCase, { typeCode: '06010', words: '楼道堆物', place, photos: [] });
    for (const [from, into] of [
      [open.caseId, caseId],
      [caseId, open.caseId],
    ] as const)
      expect((await chief.ask(contract.mergeCase, { caseId: from, intoCaseId: into })).status).not.toBe(200);
    expect((await other.ask(contract.getCase, { caseId })).status).toBe(404);
  });

  it('is refused a unit that does not exist', async () => {
    const place = { ...test.street.area.east1.point, address: '' };
    const form = { about: newId() };
    const wrong = await mine.ask(contract.reportCase, { typeCode: 't-petition', words: '反映谁', place, form });
    expect(wrong).toMatchObject({ status: 400, error: { fields: [{ path: 'form.about', code: 'not-an-option' }] } });
  });

  it('is kept by row-level security with the policies set aside', async () => {
    const { area, unit } = test.street;
    const staff = (role: Role, path: string, unitId: string | null = null): Actor => ({
      ...{ kind: 'staff', accountId: newId(), name: '', pools: [] },
      scopes: [{ role, path, unitId, postId: newId() }],
    });
    const count = async (actor: Actor, table: 'cases' | 'case_action' | 'case_file') => {
      const key = table === 'cases' ? sql.ref('id') : sql.ref('case_id');
      const statement = sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${key} = ${caseId}`;
      const { rows } = await test.app.database.as(actor, (db) => statement.execute(db));
      return rows[0]?.n ?? -1;
    };
    const both = staff('duty-chief', area.street.path);
    const accusedChief: Actor = {
      ...both,
      scopes: [...both.scopes, { role: 'unit-lead', path: area.street.path, unitId: unit.housing.id, postId: newId() }],
    };
    const strangers = [
      staff('committee-secretary', area.east.path),
      staff('dispatcher', area.street.path),
      staff('commander', area.street.path),
      staff('duty-chief', area.west.path),
      staff('unit-lead', area.street.path, unit.housing.id),
      staff('unit-handler', area.street.path, unit.greening.id),
      accusedChief,
    ];
    for (const table of ['cases', 'case_action', 'case_file'] as const) {
      for (const stranger of strangers)
        expect([stranger.scopes, await count(stranger, table)]).toEqual([stranger.scopes, 0]);
      for (const insider of [both, staff('unit-handler', area.street.path, unit.police.id)])
        expect(await count(insider, table)).toBeGreaterThan(0);
    }
    // Locking to act is held to the same.
    for (const stranger of strangers) {
      const { rows } = await test.app.database.as(stranger, (db) =>
        sql`select from cases where id = ${caseId} for update`.execute(db),
      );
      expect(rows).toHaveLength(0);
    }
  });
});
