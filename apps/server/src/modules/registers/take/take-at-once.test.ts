import { addSubject, type ParsedInputOf } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { buildHome, inventNumber } from '../../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../../test/test-app.ts';
import { addComponentElsewhere } from '../entry/component-elsewhere.fixture.ts';
import type { Incoming, TakeCall } from './incoming.ts';
import { takeSubjects } from './take-subjects.ts';

/** Lists that come in while people enter, and what they may meet: nobody is entered twice, no batch ends in a fault of ours. */
let test: TestApp;
let keeper: Caller;
let secretary: Caller;
let home: { buildingId: string; homeId: string };
type Fields = ParsedInputOf<typeof addSubject>['fields'];

beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.staff('grid-worker', 'east1');
  secretary = await test.staff('committee-secretary', 'east');
  home = await buildHome(test, keeper, 'east1');
}, 60_000);
afterAll(() => test.close());

function createGate(): { opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe('an entry while a list comes in', () => {
  const call = (): TakeCall => ({
    siteId: test.street.siteId,
    areaPath: test.street.area.east.path,
    runId: newId(),
    actorId: secretary.accountId ?? '',
    now: test.clock.now(),
  });
  const where = () => ({
    path: test.street.area.east1.path,
    area2Id: test.street.area.homes.id,
    area3Id: test.street.area.east.id,
    area4Id: test.street.area.east1.id,
    buildingId: home.buildingId,
    address: '崂山路1弄2号',
    lng: null,
    lat: null,
  });
  const listed = (n: number, name: string, more: Partial<Incoming>): Incoming => ({
    n,
    noun: 'person',
    kind: 'resident',
    name,
    place: where(),
    room: '301',
    homeId: null,
    facts: [],
    secrets: [],
    household: { number: null, relation: null },
    ...more,
  });
  const take = (rows: readonly Incoming[]) =>
    test.app.database.asSystem((db) => takeSubjects(db, test, call(), { rows, mode: 'write' }));
  const numbered = (number: string) => ({
    secrets: [{ field: 'idNumber', kind: 'resident-id', value: number, lookupValue: number }],
  });

  it('waits for the batch in hand and finds who it brought; whoever looks nobody up does not wait', async () => {
    const number = inventNumber('1960-07-07', 741);
    const enter = (name: string, fields: Fields) =>
      keeper.ask(addSubject, { noun: 'person', kind: 'resident', name, place: { homeId: home.homeId }, fields });
    const [written, over] = [createGate(), createGate()];
    const batch = test.app.database.asSystem(async (db) => {
      await takeSubjects(db, test, call(), { rows: [listed(1, '周名单', numbered(number))], mode: 'write' });
      written.open();
      await over.opened;
    });
    await written.opened;
    const entered: string[] = [];
    const asked = enter('周名单', [{ code: 'idNumber', value: number }]).then(({ ok }) =>
      entered.push(ok?.isNew === false ? 'found' : 'not found'),
    );
    // Somebody without a number is entered while the batch stands.
    expect((await enter('赵无号', [])).ok?.isNew).toBe(true);
    expect(entered).toEqual([]);
    over.open();
    await Promise.all([batch, asked]);
    expect(entered).toEqual(['found']);
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ n: number }>`select count(*)::int as n from subject where name = '周名单' and noun = 'person'`.execute(db),
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('takes numbers of households that ended, or stand under another name, without a fault', async () => {
    const household = { number: '7', relation: '02' };
    await take([listed(1, '吴户主', { room: '401', household })]);
    const ofRoom = async () => {
      const { rows } = await test.app.database.asSystem((db) =>
        sql<{
          id: string;
          name: string;
          state: string;
        }>`select s.id, s.name, s.state from subject s join subject h on h.id = s.home_id
          join home d on d.id = h.id where d.room = '401' and s.noun = 'household' order by s.created_at, s.id`.execute(
          db,
        ),
      );
      return rows;
    };
    const [first] = await ofRoom();
    const named = listed(1, '郑户名', { noun: 'household', kind: 'family', room: '401', household });
    expect((await take([named])).outcomes.get(1)).toBe('same');
    await test.app.database.asSystem((db) =>
      sql`update subject set state = 'ended' where id = ${first?.id}`.execute(db),
    );
    const again = await take([named, { ...named, n: 2, name: '冯户名' }]);
    expect([again.outcomes.get(1), again.problems[0]?.code]).toEqual(['added', 'said-twice']);
    await take([listed(1, '钱新来', { room: '401', household })]);
    expect((await ofRoom()).filter(({ state }) => state === 'active')).toHaveLength(1);
  });

  it('names a component whose code another site has, and brings in the rest', async () => {
    const code = '31010199999000009';
    await addComponentElsewhere(test, code);
    const row = (n: number, value: string) =>
      listed(n, `箱变${n}`, { noun: 'asset', room: null, facts: [{ field: 'code', value, derived: false }] });
    const taken = await take([row(1, code), row(2, '31010199999000010')]);
    expect(taken.problems).toEqual([{ n: 1, code: 'known-elsewhere', field: '' }]);
    expect(taken.outcomes.get(2)).toBe('added');
  });
});
