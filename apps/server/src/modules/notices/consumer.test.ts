import {
  acceptCase,
  askExtension,
  checkCase,
  decideRequest,
  declineCase,
  handleCase,
  joinCase,
  mergeCase,
  reopenCase,
  reportCase,
  returnCase,
  superviseCase,
  takeCase,
  urgeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rewindConsumer } from '../../platform/journal/index.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let worker: Caller;
let chief: Caller;
let dispatcher: Caller;
let checker: Caller;
let commander: Caller;
let housing: Caller;

beforeAll(async () => {
  test = await createTestApp();
  worker = await test.staff('grid-worker', 'east1');
  chief = await test.staff('duty-chief', 'street');
  dispatcher = await test.staff('dispatcher', 'street');
  checker = await test.staff('checker', 'street');
  commander = await test.staff('commander', 'street');
  housing = await test.staff('unit-lead', 'street', 'housing');
});
afterAll(() => test.close());

/** Kinds a person was told of a case, oldest first. */
async function told(who: Caller, caseId: string): Promise<string[]> {
  await test.settle();
  const rows = await test.app.database.asSystem((db) =>
    db
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', who.accountId)
      .where('noun_id', '=', caseId)
      .orderBy('source_seq')
      .orderBy('kind')
      .execute(),
  );
  return rows.map((row) => row.kind);
}

/** A missing manhole cover: checked every time, first with the grid worker. */
const missingCover = () => ({
  typeCode: '01002',
  words: '井盖没有了',
  form: { state: 'missing' },
  place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '崂山路1弄' },
  photos: [],
});
const done = async (by: Caller, caseId: string) => {
  const photos = [await by.photo(1), await by.photo(2)];
  return by.call(handleCase, { caseId, result: 'solved', words: '已装好新井盖', photos });
};

describe('notices of the loop', () => {
  it('tell the holder what arrives and the reporter how it ends, and nobody of their own deeds', async () => {
    const resident = await test.resident();
    const neighbour = await test.resident();
    const { caseId } = await resident.call(reportCase, missingCover());
    await neighbour.call(joinCase, { caseId });
    await worker.call(takeCase, { caseId });
    await done(worker, caseId);
    expect(await told(resident, caseId)).toEqual([]);
    await checker.call(checkCase, { caseId, pass: true, words: '已装好', photos: [] });
    expect(await told(resident, caseId)).toEqual(['case.closed']);
    expect(await told(neighbour, caseId)).toEqual(['case.closed']);
    expect(await told(worker, caseId)).toEqual(['case.dispatched']);
    expect(await told(checker, caseId)).toEqual([]);
  });

  it('tell the holder what goes wrong: urged, supervised, failed the check, reopened', async () => {
    const resident = await test.resident();
    const { caseId } = await resident.call(reportCase, missingCover());
    await resident.call(urgeCase, { caseId });
    await worker.call(takeCase, { caseId });
    await chief.call(superviseCase, { caseId, words: '请尽快' });
    await done(worker, caseId);
    await checker.call(checkCase, { caseId, pass: false, words: '还是松的', photos: [] });
    await done(worker, caseId);
    await checker.call(checkCase, { caseId, pass: true, photos: [] });
    await resident.call(reopenCase, { caseId, words: '又松了', photos: [] });
    expect(await told(worker, caseId)).toEqual([
      'case.dispatched',
      'case.urged',
      'case.supervised',
      'case.check-failed',
      'case.reopened',
    ]);
    expect(await told(chief, caseId)).toEqual(['case.reopened']);
    expect(await told(resident, caseId)).toEqual(['case.closed']);
  });

  it('bring a request to the chief and the answer to who asked and who waits', async () => {
    const resident = await test.resident();
    const { caseId } = await resident.call(reportCase, missingCover());
    await worker.call(takeCase, { caseId });
    const until = new Date(test.clock.now().getTime() + 5 * 86_400_000).toISOString();
    await worker.call(askExtension, { caseId, reason: '等新井盖到货', until });
    expect(await told(chief, caseId)).toEqual(['case.asked']);
    await chief.call(decideRequest, { caseId, grant: true });
    expect(await told(worker, caseId)).toEqual(['case.dispatched', 'case.granted']);
    expect(await told(resident, caseId)).toEqual(['case.extended']);
    expect(await told(chief, caseId)).toEqual(['case.asked']);
  });

  it('tell declined and merged to their reporters, and a return to the desk', async () => {
    const resident = await test.resident();
    const other = { typeCode: 'loc-99', words: '想问点事', place: missingCover().place, photos: [] };
    const declined = await resident.call(reportCase, other);
    await dispatcher.call(declineCase, { caseId: declined.caseId, reason: '请到窗口办理' });
    expect(await told(resident, declined.caseId)).toEqual(['case.declined']);

    const parent = await test.nobody.call(reportCase, { ...missingCover(), anonymous: true });
    const child = await resident.call(reportCase, other);
    await dispatcher.call(acceptCase, { caseId: child.caseId });
    await dispatcher.call(mergeCase, { caseId: child.caseId, intoCaseId: parent.caseId });
    expect(await told(resident, child.caseId)).toEqual(['case.merged']);

    await worker.call(returnCase, {
      caseId: parent.caseId,
      reason: '属房管',
      rightUnitId: test.street.unit.housing.id,
    });
    expect(await told(dispatcher, parent.caseId)).toEqual(['case.returned']);
    expect(await told(chief, parent.caseId)).toEqual(['case.returned']);
    expect(await told(housing, parent.caseId)).toEqual([]);
  });

  it('climb the ladder of a type: holder first, then those it names', async () => {
    const resident = await test.resident();
    const { caseId } = await resident.call(reportCase, missingCover());
    test.clock.forward(61);
    expect(await told(worker, caseId)).toEqual(['case.dispatched', 'case.escalated']);
    expect(await told(chief, caseId)).toEqual(['case.escalated']);
    expect(await told(commander, caseId)).toEqual([]);
    test.clock.forward(9 * 1440);
    expect(await told(commander, caseId)).toEqual(['case.escalated', 'case.escalated']);
    expect(await told(resident, caseId)).toEqual([]);
  });

  it('are the same however often the journal is read', async () => {
    await test.settle();
    const count = () =>
      test.app.database.asSystem(async (db) => {
        const row = await db
          .selectFrom('notice')
          .select((eb) => eb.fn.countAll<string>().as('n'))
          .executeTakeFirstOrThrow();
        return Number(row.n);
      });
    const before = await count();
    const consumer = test.app.consumers.find((c) => c.name === 'notices');
    if (!consumer) throw new Error('the app runs no consumer of notices');
    await rewindConsumer(test.app.database, consumer);
    await test.settle();
    expect(before).toBeGreaterThan(15);
    expect(await count()).toBe(before);
  });

  it('carry ids and codes, no words of anybody', async () => {
    const rows = await test.app.database.asSystem((db) => db.selectFrom('notice').select('params').execute());
    const keys = new Set(rows.flatMap((row) => Object.keys(row.params)));
    const allowed = [
      'number',
      'typeCode',
      'typeName',
      'typeNameEn',
      'round',
      'clock',
      'afterMinutes',
      'result',
      'request',
      'parentId',
    ];
    expect([...keys].filter((key) => !allowed.includes(key))).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain('又松了');
  });
});
