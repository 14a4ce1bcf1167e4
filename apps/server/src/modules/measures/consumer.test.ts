import { caseActionKinds, caseJournalKinds, caseStates, clockNames } from '@linli/domain';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '../../platform/db/database.ts';
import { createPool } from '../../platform/db/pool.ts';
import { appendJournal, type Consumer, rewindConsumer } from '../../platform/journal/index.ts';
import { cloneDatabase } from '../../test/clone-database.ts';
import { countedFigures } from '../cases/index.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';
import { caseId, facts, grid, story } from './case-story.fixture.ts';
import { catchUp } from './catch-up.fixture.ts';
import { measuresConsumer } from './consumer.ts';
import { figureChanges } from './figure-changes.ts';
import { foldFact } from './fold-fact.ts';
import { emptyMeasures } from './store.ts';

const clock = { now: () => new Date('2026-03-20T00:00:00Z') };
let clone: { connectionString: string; drop(): Promise<void> };
let database: Database;

beforeAll(async () => {
  clone = await cloneDatabase();
  database = createDatabase(createPool({ connectionString: clone.connectionString }, { max: 3 }, () => undefined));
});
afterAll(async () => {
  await database?.close();
  await clone?.drop();
});
beforeEach(async () => {
  const client = new pg.Client({ connectionString: clone.connectionString });
  await client.connect();
  await client.query(`alter table journal disable trigger all; truncate journal; alter table journal enable trigger all;
    delete from consumer`);
  await client.end();
  await database.asSystem(emptyMeasures);
});

/** Events with their places in the order they were written; `seq` is set by the journal. */
async function write(events: readonly CaseEvent[]): Promise<void> {
  await database.asSystem((db) =>
    appendJournal(
      db,
      events.map(({ caseId: nounId, at, kind, data }) => ({
        at,
        kind,
        noun: 'case',
        nounId,
        path: 'site',
        actorId: null,
        requestId: null,
        data: { ...data },
      })),
    ),
  );
}

/** All tables as text, zeros left out: what was and is no more counts as nothing. */
async function tables(): Promise<string[]> {
  return database.asSystem(async (db) => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws('/', 'area', area_id, key, day, count) as line from figure_day where count <> 0
      union all select concat_ws('/', 'now', area_id, key, count) from figure_now where count <> 0
      union all select concat_ws('/', 'unit', area_id, unit_id, key, day, count) from figure_unit_day where count <> 0
      union all select concat_ws('/', 'type', area_id, type_code, key, day, count) from figure_type_day where count <> 0
      union all select concat_ws('/', 'fact', case_id, state, holder, overdue_since at time zone 'UTC') from case_fact
      `.execute(db);
    return rows.map((row) => row.line).sort();
  });
}

const opened = [...new Set<string>(Object.values(countedFigures).flat())];

/** The figures that open to cases, as the tables have them and as the marks kept with the cases add up. */
async function openedFigures(): Promise<{ figures: string[]; marks: string[] }> {
  return database.asSystem(async (db) => {
    const { rows } = await sql<{ figures: string[]; marks: string[] }>`
      with mark as (
        select fact.*, figure.key as figure, nullif(unit.key, '-') as by_unit, day from case_fact as fact, jsonb_each(fact.marks) as figure,
          jsonb_each(figure.value) as unit, jsonb_array_elements_text(unit.value) as day),
      kept as (
        select area::text || '/' || figure as line, day from mark, unnest(array[site_id, area2_id, area3_id, area4_id]) as area where area is not null
        union all select coalesce(area3_id, area2_id, site_id) || '/' || by_unit || '/' || figure, day from mark where by_unit is not null
        union all select coalesce(area3_id, area2_id, site_id) || '/' || type_code || '/' || figure, day from mark),
      figure as (
        select area_id || '/' || key as line, day, count from figure_day where key = any(${opened}::text[])
        union all select area_id || '/' || unit_id || '/' || key, day, count from figure_unit_day where key = any(${opened}::text[])
        union all select area_id || '/' || type_code || '/' || key, day, count from figure_type_day where key = any(${opened}::text[]))
      select array(select concat_ws('/', line, day, count) from figure where count <> 0 order by 1) as figures,
        array(select concat_ws('/', line, day, count(*)) from kept group by line, day order by 1) as marks`.execute(db);
    return rows[0] ?? { figures: [], marks: [] };
  });
}

/** The same from the events alone: each case folded in one go, everything summed at once. */
function recount(events: readonly CaseEvent[]): string[] {
  const folded = new Map<string, CaseFact>();
  for (const event of events) folded.set(event.caseId, foldFact(folded.get(event.caseId) ?? null, event));
  const all = [...folded.values()];
  const { areas, units, types, now } = figureChanges(all.map((after) => ({ before: null, after })));
  const since = (fact: CaseFact) => (fact.overdueSince ? [fact.overdueSince.slice(0, 19).replace('T', ' ')] : []);
  return [
    ...areas.map((c) => `area/${c.areaId}/${c.key}/${c.day}/${c.count}`),
    ...now.map((c) => `now/${c.areaId}/${c.key}/${c.count}`),
    ...units.map((c) => `unit/${c.areaId}/${c.of}/${c.key}/${c.day}/${c.count}`),
    ...types.map((c) => `type/${c.areaId}/${c.of}/${c.key}/${c.day}/${c.count}`),
    ...all.map((fact) =>
      ['fact', fact.caseId, fact.state, ...(fact.holder ? [fact.holder] : []), ...since(fact)].join('/'),
    ),
  ].sort();
}

const instant = fc.integer({ min: 0, max: 60 * 24 * 20 }).map((minutes) => new Date(Date.UTC(2026, 1, 20, 0, minutes)));
const deadline = fc.option(instant.map((at) => at.toISOString()));
const verdict = fc.option(fc.boolean());

/** Any event in any order, also those the loop would refuse: the figures must add up for whatever the journal says. */
const anyEvent: fc.Arbitrary<CaseEvent> = fc
  .record({
    n: fc.integer({ min: 1, max: 12 }),
    at: instant,
    action: fc.constantFrom(...caseActionKinds),
    state: fc.constantFrom(...caseStates),
    unitId: fc.option(fc.constantFrom(...grid.units)),
    unitKind: fc.option(fc.constant('property-firm')),
    of: fc.record({
      clock: fc.constantFrom(...clockNames),
      score: fc.integer({ min: 1, max: 5 }),
      result: fc.constantFrom('solved', 'explained', 'partly'),
    }),
    due: fc.record({ handle: deadline, total: deadline }),
    onTime: fc.dictionary(fc.constantFrom(...clockNames), verdict),
  })
  .map(({ n, at, action, ...data }) => ({
    caseId: caseId(n),
    seq: 0,
    at,
    kind: caseJournalKinds[action],
    data: { ...facts, ...data, ...placeOf(n) },
  }));

function placeOf(n: number) {
  const level3 = grid.level3[n % 2] ?? null;
  return {
    channel: ['resident', 'field', 'upper'][n % 3] ?? 'resident',
    typeCode: n % 2 ? 'lamp' : 'litter',
    areas: { 2: grid.level2, 3: n === 5 ? null : level3, 4: n === 5 ? null : (grid.level4[n % 3] ?? null) },
  };
}

describe('measures consumer', () => {
  it('keeps exactly what a recount gives, however the journal is cut into batches, and again after a rewind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEvent, { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1, maxLength: 6 }),
        async (events, cuts) => {
          await database.asSystem(async (db) => {
            await emptyMeasures(db);
            await sql`select set_config('linli.journal_repair', 'on', true)`.execute(db);
            await sql`delete from journal`.execute(db);
            await sql`delete from consumer`.execute(db);
          });
          await write(events);
          await catchUp(database, clock, measuresConsumer, cuts);
          const expected = recount(events);
          expect(await tables()).toEqual(expected);
          const { figures, marks } = await openedFigures();
          expect(marks).toEqual(figures);
          await rewindConsumer(database, measuresConsumer);
          expect(await tables()).toEqual([]);
          await catchUp(database, clock, measuresConsumer);
          expect(await tables()).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it('changes nothing when rows come again without a reset', async () => {
    const events = story([
      ['report', '2026-03-10T01:00:00Z', 'reported'],
      ['accept', '2026-03-10T02:00:00Z', 'accepted'],
      ['dispatch', '2026-03-10T03:00:00Z', 'dispatched', { unitId: grid.units[0] }],
    ]);
    await write(events);
    await catchUp(database, clock, measuresConsumer);
    await database.asSystem((db) => db.updateTable('consumer').set({ xid: '0', seq: '0' }).execute());
    await catchUp(database, clock, measuresConsumer, [2]);
    expect(await tables()).toEqual(recount(events));
  });

  it('puts right what commits in another order than it happened to the case', async () => {
    const [report, accept, dispatch] = story([
      ['report', '2026-03-10T01:00:00Z', 'reported'],
      ['accept', '2026-03-10T02:00:00Z', 'accepted'],
      ['dispatch', '2026-03-10T03:00:00Z', 'dispatched', { unitId: grid.units[0] }],
    ]);
    if (!report || !accept || !dispatch) throw new Error('three events');
    await write([report]);
    const early = new pg.Client({ connectionString: clone.connectionString });
    await early.connect();
    // This transaction has its number first, waits for the row, and writes after the other has committed.
    await early.query('begin');
    await early.query('select pg_current_xact_id()');
    await write([accept]);
    await early.query(
      `insert into journal (at, kind, noun, noun_id, path, data) values ($1, $2, 'case', $3, 'site', $4)`,
      [dispatch.at, dispatch.kind, dispatch.caseId, JSON.stringify(dispatch.data)],
    );
    await early.query('commit');
    await early.end();
    const order = await database.asSystem(async (db) => {
      const { rows } = await sql<{ kind: string }>`select kind from journal order by xid, seq`.execute(db);
      return rows.map((row) => row.kind);
    });
    expect(order).toEqual(['case.reported', 'case.dispatched', 'case.accepted']);
    await catchUp(database, clock, measuresConsumer, [1]);
    expect(await tables()).toEqual(recount([report, accept, dispatch]));
  });

  it('passes over what is not about a case', async () => {
    await database.asSystem((db) =>
      appendJournal(db, [
        {
          at: clock.now(),
          kind: 'area.split',
          noun: 'area',
          nounId: grid.site,
          path: 'site',
          actorId: null,
          requestId: null,
          data: {},
        },
      ]),
    );
    await catchUp(database, clock, measuresConsumer);
    expect(await tables()).toEqual([]);
  });

  it('takes a full batch of a busy day in a few statements', async () => {
    const events = Array.from({ length: 500 }, (_, i): CaseEvent[] => {
      const n = Math.floor(i / 3);
      const micro = `01900000-0000-7000-8000-${String(100 + (n % 267)).padStart(12, '0')}`;
      const area3 = `01900000-0000-7000-8000-${String(900 + (n % 39)).padStart(12, '0')}`;
      const place = { areas: { 2: grid.level2, 3: area3, 4: micro }, typeCode: `type-${n % 12}` };
      const [event] = story(
        [
          [
            (['report', 'accept', 'dispatch'] as const)[i % 3] ?? 'report',
            '2026-03-10T01:00:00Z',
            'dispatched',
            { unitId: grid.units[n % 2] ?? null },
          ],
        ],
        place,
      );
      return event ? [{ ...event, caseId: caseId(n + 1) }] : [];
    }).flat();
    for (let turn = 0; turn < 4; turn++)
      await write(events.map((event) => ({ ...event, caseId: event.caseId.replace('9000', `9${turn}00`) })));
    const times: number[] = [];
    const timed: Consumer = {
      ...measuresConsumer,
      async handle(db, rows) {
        const began = performance.now();
        await measuresConsumer.handle(db, rows);
        times.push(performance.now() - began);
      },
    };
    await catchUp(database, clock, timed);
    console.log(`measures: a batch of 500 rows took ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    expect(times.length).toBeGreaterThanOrEqual(4);
    // The bar is 50 ms; a shared machine is given six times that before the test complains.
    expect(Math.min(...times)).toBeLessThan(300);
  });
});
