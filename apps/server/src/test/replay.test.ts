import { createClient } from '@linli/client';
import { countCases, getCase, importCase, importPack, listCases } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReplay } from '../../../../scripts/replay/run-replay.ts';
import { newId } from '../platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from './test-app.ts';

/** Twenty rows with every kind of dirt the real file has, and some it has not. */
const file = `request_id,channel,dept_prefix,type,agency,status,created_local,due_local,closed_local,on_time,hours_open,neighborhood,council_district,lat,lon,flags
t-01,API,SW,Dirty Alley,Solid Waste,Closed,2014-01-01T08:53:10,2014-01-08T08:53:10,2014-01-07T12:47:09,1,147.9,Lake Walker,4,39.37,-76.608,
t-02,Phone,SW,Dirty Alley,Solid Waste,Closed,2014-01-01T08:53:10,2014-01-08T08:53:10,2014-01-08T09:00:00,0,168.1,Lake Walker,4,39.37,-76.608,
t-03,Phone,SW,Dirty Alley,Solid Waste,Closed,2014-03-05T08:00:00,2014-03-12T08:00:00,2014-03-12T08:30:00,0,168.5,Canton,1,39.28,-76.57,
t-04,Phone,TRM,Alleys,Transportation,Closed,2014-01-01T10:08:10,2014-02-15T10:08:10,2014-03-09T17:17:07,0,1614.1,Greektown,1,39.286,-76.556,
t-05,Mail,SW,Dirty Alley,Solid Waste,Closed (Duplicate),2014-01-02T07:49:39,2014-01-09T07:49:39,2014-01-02T09:00:00,1,1.2,Canton,1,,,no_or_rounded_position
t-06,Web,SW,Dirty Alley,Solid Waste,Closed (Transferred),2014-01-02T07:49:39,2014-01-09T07:49:39,2014-01-20T09:00:00,0,433,Canton,12,39.28,-76.57,
t-07,Phone,SW,Dirty Alley,Solid Waste,Open,2014-01-02T07:49:39,2014-01-09T07:49:39,,,,,1,,,no_or_rounded_position
t-08,Phone,SW,Odd Thing,Solid Waste,New,2014-01-02T07:49:39,,,,,,,,,no_or_rounded_position
t-09,Phone,SW,Odd Thing,Solid Waste,Closed,2014-01-02T07:49:39,,2014-01-05T07:49:39,,72,"Washington Village, ""Pigtown""",11,39.28,-76.63,
t-10,System,SW,Dirty Alley,Solid Waste,Closed,2014-01-02T00:00:00,2014-01-09T00:00:00,2014-01-02T00:00:00,1,0.0,Canton,1,39.28,-76.57,date_only
t-11,System,SW,Dirty Alley,Solid Waste,Closed,2014-01-02T10:00:00,2014-01-02T09:00:00,2014-01-02T11:00:00,0,1,Canton,1,39.28,-76.57,due_not_after_created
t-12,Phone,SW,Alleys,Solid Waste,In Progress,2014-01-02T10:00:00,2014-01-09T10:00:00,,,,Canton,1,39.28,-76.57,
t-01,API,SW,Dirty Alley,Solid Waste,Closed,2014-01-01T08:53:10,2014-01-08T08:53:10,2014-01-07T12:47:09,1,147.9,Lake Walker,4,39.37,-76.608,
t-14,Phone,SW,Dirty Alley,Solid Waste,Closed,2014-02-30T08:00:00,,2014-03-01T08:00:00,,,Canton,1,,,
t-15,Phone,SW,Dirty Alley,Solid Waste,Closed,2014-02-02T08:00:00,,2014-02-01T08:00:00,,,Canton,1,,,
t-16,Phone,SW,Dirty Alley,Solid Waste,Closed,2014-02-02T08:00:00,,,,,Canton,1,,,
t-17,Phone,SW,Dirty Alley,Solid Waste,Eaten,2014-02-02T08:00:00,,,,,Canton,1,,,
,Phone,SW,Dirty Alley,Solid Waste,Open,2014-02-02T08:00:00,,,,,Canton,1,,,
t-19,Phone,SW,,Solid Waste,Open,2014-02-02T08:00:00,,,,,Canton,1,,,
t-20,Phone,SW,Dirty Alley
`;
const terms = `agency,type,n,usual_term_days,share_with_usual_term,on_time_share,hours_p50,hours_p90
Solid Waste,Dirty Alley,371,7.0,1.0,0.9,1,2
Transportation,Alleys,40,45.0,1.0,0.9,1,2
Solid Waste,Odd Thing,1,,,,,
`;

let test: TestApp;
let admin: Caller;
let lines: string[];
let baseUrl: string;
const replay = () => {
  lines = [];
  const client = createClient({ baseUrl, cookies: 'manual' });
  return runReplay({ client, requests: file, terms, env: {}, log: (line) => lines.push(line) });
};

beforeAll(async () => {
  test = await createTestApp();
  admin = await test.staff('system-admin', 'street');
  await test.app.database.asSystem((db) =>
    sql`update account set demo_key = '10-system-admin' where id = ${admin.accountId}`.execute(db),
  );
  baseUrl = await test.app.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => test.close());

const rowsOf = async () =>
  Object.fromEntries(
    await Promise.all(
      ['cases', 'case_action', 'journal', 'area', 'unit', 'post', 'holding', 'case_type'].map(async (table) => {
        const { rows } = await test.app.database.asSystem((db) =>
          sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db),
        );
        return [table, rows[0]?.n] as const;
      }),
    ),
  );

describe('a replay', () => {
  it('takes what is sound, names the rest by line, and says what became of every row', async () => {
    const outcome = await replay();
    expect(outcome).toMatchObject({ read: 20, added: 12, known: 0, complete: true });
    expect(outcome.refused).toEqual([
      { line: 14, reason: 'id-repeated' },
      { line: 15, reason: 'created-unreadable' },
      { line: 16, reason: 'closed-before-created' },
      { line: 17, reason: 'closed-without-time' },
      { line: 18, reason: 'status-unknown' },
      { line: 19, reason: 'id-missing' },
      { line: 20, reason: 'type-missing' },
      { line: 21, reason: 'cells-wrong' },
    ]);
    expect(lines.at(-1)).toMatch(/^read 20, accepted 12 \(added 12, there before 0\), refused 8: /);
  });

  it('agrees with the file where it can be said, and says why elsewhere', async () => {
    const { comparison } = await replay();
    // t-03 is half an hour late by the wall, half an hour early by the hours: the clocks went forward between.
    expect(comparison).toMatchObject({ compared: 6, agree: 5, otherTerm: 0, withinHour: 1, other: [] });
    expect(Object.fromEntries(comparison.skipped)).toEqual({
      'still-open': 3,
      'no-verdict-in-file': 1,
      'date-only': 1,
      'due-not-after-created': 1,
    });
  });

  it('adds nothing the second time, to no table, also after the request ids are forgotten', async () => {
    const before = await rowsOf();
    expect(await replay()).toMatchObject({ added: 0, known: 12 });
    await test.app.database.asSystem((db) => sql`delete from request`.execute(db));
    expect(await replay()).toMatchObject({ added: 0, known: 12, complete: true });
    expect(await rowsOf()).toEqual(before);
  });

  it('writes cases as the loop would have: their own instants, our deadline, open ones overdue', async () => {
    await test.settle();
    const { cases } = await admin.call(listCases, { channel: 'import', order: 'oldest', limit: 50 });
    expect(cases.length).toBe(12);
    const detail = async (id: string) =>
      admin.call(getCase, { caseId: cases.find((c) => c.title.endsWith(id))?.id ?? '' });
    const late = await detail('t-02');
    expect(late).toMatchObject({
      state: 'closed',
      channel: 'import',
      result: 'solved',
      reportedAt: '2014-01-01T13:53:10.000Z',
      holder: { name: 'Solid Waste' },
    });
    expect(late.story.map((s) => [s.kind, s.at])).toEqual([
      ['report', '2014-01-01T13:53:10.000Z'],
      ['accept', '2014-01-01T13:53:10.000Z'],
      ['dispatch', '2014-01-01T13:53:10.000Z'],
      ['take', '2014-01-08T14:00:00.000Z'],
      ['handle', '2014-01-08T14:00:00.000Z'],
    ]);
    expect(late.clocks).toEqual([
      expect.objectContaining({
        name: 'total',
        dueAt: '2014-01-08T13:53:10.000Z',
        ranOutAt: '2014-01-08T13:53:10.000Z',
      }),
    ]);
    expect(late.story[0]?.data).toMatchObject({ source: { externalId: 't-02', dueAt: '2014-01-08T13:53:10.000Z' } });
    expect(await detail('t-05')).toMatchObject({ state: 'declined' });
    expect(await detail('t-07')).toMatchObject({ state: 'dispatched', due: { clock: 'total', overdue: true } });
    expect((await detail('t-07')).story.at(-1)).toMatchObject({ kind: 'overdue' });
    const counts = await admin.call(countCases, {
      filters: [
        { channel: 'import', open: true },
        { channel: 'import', closedUntil: '2015-01-01T00:00:00Z' },
      ],
    });
    expect(counts.counts.map((c) => c.count)).toEqual([3, 7]);
  });
});

describe('what imports refuse', () => {
  it('lets only the desk of the place import, closed after reported, and nothing from tomorrow', async () => {
    const desk = await test.staff('dispatcher', 'east');
    const input = {
      source: { system: 'old', externalId: '1' },
      typeCode: 'loc-99',
      areaId: test.street.area.east1.id,
      words: '旧事',
      reportedAt: '2026-03-10T02:00:00Z',
    };
    expect((await (await test.resident()).ask(importCase, input)).status).toBe(403);
    expect((await desk.ask(importCase, { ...input, areaId: test.street.area.west1.id })).status).toBe(404);
    const wrong = await desk.ask(importCase, {
      ...input,
      closed: { at: '2026-03-01T02:00:00Z', outcome: 'solved', words: '好' },
    });
    expect(wrong).toMatchObject({ status: 400, error: { fields: [{ path: 'closed.at', code: 'too-small' }] } });
    expect(await desk.ask(importCase, { ...input, reportedAt: '2027-01-01T00:00:00Z' })).toMatchObject({ status: 400 });
    expect(await desk.ask(importCase, { ...input, typeCode: 'none' })).toMatchObject({
      status: 409,
      error: { code: 'type-not-open' },
    });
    const requestId = newId();
    const first = await desk.call(importCase, { ...input, requestId });
    expect(first).toMatchObject({ added: true, state: 'accepted' });
    expect(await desk.call(importCase, { ...input, requestId })).toEqual({ ...first, added: false });
    expect(await desk.call(importCase, { ...input, words: '别的话' })).toMatchObject({
      caseId: first.caseId,
      added: false,
    });
  });

  it('stores a pack whole or not at all, and no type of another pack', async () => {
    const pack = (code: string) =>
      JSON.stringify({
        pack: 'own-pack',
        version: 1,
        name: { zh: '自己的' },
        description: { zh: '自己的' },
        systems: ['x'],
        caseTypes: [
          {
            code,
            name: { zh: '自己的' },
            standard: { ref: 'local', kind: 'event', code: 'X-1' },
            group: 'own',
            reporters: ['desk'],
            visibility: 'public',
          },
        ],
      });
    const ask = (yaml: string, dryRun = false) => admin.call(importPack, { yaml, dryRun });
    expect(await ask('a: [')).toMatchObject({ pack: null, problems: [{ code: 'yaml-unreadable' }] });
    expect((await ask('pack: x')).problems.map((p) => p.path)).toContain('version');
    expect(await ask(pack('06010'))).toMatchObject({
      newVersions: 0,
      problems: [{ path: 'caseTypes.0.code', code: 'code-of-other-pack', detail: 'closed-loop' }],
    });
    expect(await ask(pack('own-1'), true)).toMatchObject({ dryRun: true, caseTypes: 1, newVersions: 0, problems: [] });
    expect(await ask(pack('own-1'))).toMatchObject({ newVersions: 1, problems: [] });
    expect(await ask(pack('own-1'))).toMatchObject({ newVersions: 0, problems: [] });
    expect(
      (await (await test.staff('system-admin', 'east')).ask(importPack, { yaml: pack('own-2'), dryRun: false })).status,
    ).toBe(403);
  });
});
