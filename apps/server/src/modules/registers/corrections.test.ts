import {
  askCorrection,
  changeFields,
  decideCorrection,
  getSubject,
  listCorrections,
  listNotices,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHome, settle } from '../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { writeFacts } from './store.ts';

let test: TestApp;
let keeper: Caller;
let secretary: Caller;
let west: Caller;
let home: { homeId: string };
const on = '2026-03-10';

beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.staff('grid-worker', 'east1');
  secretary = await test.staff('committee-secretary', 'east');
  west = await test.staff('committee-secretary', 'west');
  home = await buildHome(test, keeper, 'east1');
}, 60_000);
afterAll(() => test.close());

const values = async (subjectId: string) =>
  Object.fromEntries(
    (await secretary.call(getSubject, { subjectId })).groups
      .flatMap(({ fields }) => fields)
      .map(({ code, value }) => [code, value]),
  );

describe('corrections', () => {
  it('ask the owner of a field that has spoken, decided by another person', async () => {
    const { personId } = await settle(keeper, home.homeId, { name: '孙三', born: '1971-01-01', serial: 711 });
    const change = (value: string) =>
      secretary.call(changeFields, {
        subjectId: personId,
        fields: [{ code: 'allowance', value }],
        reason: '本人出示证明',
      });
    // Nobody of the department has said anything: entered at once.
    expect(await change('low-income')).toMatchObject({ changed: ['allowance'], asked: [] });
    await test.app.database.asSystem((db) =>
      writeFacts(
        db,
        [
          {
            subjectId: personId,
            noun: 'person',
            field: 'allowance',
            value: 'temporary',
            source: 'department:civil-affairs',
            sourceId: null,
            since: on,
            recordedBy: null,
          },
        ],
        { now: test.clock.now() },
      ),
    );
    expect(await change('minimum')).toMatchObject({ changed: [], asked: ['allowance'] });
    expect((await values(personId)).allowance).toBe('temporary');
    const twice = await secretary.ask(askCorrection, {
      subjectId: personId,
      field: 'allowance',
      value: 'minimum',
      reason: '再问',
    });
    expect(twice.error?.code).toBe('correction-pending');
    const { corrections } = await secretary.call(listCorrections, { subjectId: personId });
    expect(corrections).toMatchObject([
      { field: 'allowance', was: 'temporary', value: 'minimum', owner: 'civil-affairs', mayDecide: false },
    ]);
    expect((await west.call(listCorrections, {})).corrections).toEqual([]);
    // Who may not see the field does not see the request.
    expect((await keeper.call(listCorrections, { subjectId: personId })).corrections).toEqual([]);
    const decide = { correctionId: corrections[0]?.id ?? '', accept: true, words: '民政答复属实' };
    expect((await secretary.ask(decideCorrection, decide)).error?.code).toBe('second-person-needed');
    expect((await keeper.ask(decideCorrection, decide)).status).toBe(403);
    const chief = await test.staff('grid-leader', 'homes');
    await chief.call(decideCorrection, decide);
    expect((await chief.ask(decideCorrection, decide)).error?.code).toBe('correction-decided');
    expect((await values(personId)).allowance).toBe('minimum');
  });

  it('are answered by the unit of the body that entered the value, not by a committee in its place', async () => {
    const { personId } = await settle(keeper, home.homeId, { name: '周八', born: '1975-03-03', serial: 721 });
    const fact = {
      noun: 'person',
      field: 'registered',
      value: 'here',
      sourceId: null,
      since: on,
      recordedBy: null,
    } as const;
    await test.app.database.asSystem((db) =>
      writeFacts(db, [{ ...fact, subjectId: personId, source: 'department:public-security' }], {
        now: test.clock.now(),
      }),
    );
    const ask = { subjectId: personId, reason: '与证件不符' };
    const { correctionId } = await secretary.call(askCorrection, { ...ask, field: 'registered', value: 'absent' });
    const chief = await test.staff('grid-leader', 'homes');
    const police = await test.staff('unit-lead', 'street', 'police');
    const housing = await test.staff('unit-lead', 'street', 'housing');
    const decide = { correctionId, accept: true, words: '核对户籍，属实' };
    const { corrections } = await chief.call(listCorrections, { subjectId: personId });
    expect(corrections).toMatchObject([{ id: correctionId, answerOf: 'unit', mayDecide: false }]);
    expect((await chief.ask(decideCorrection, decide)).error).toMatchObject({ code: 'correction-of-owner' });
    expect((await housing.call(listCorrections, {})).corrections).toEqual([]);
    expect((await housing.ask(decideCorrection, decide)).status).toBe(404);
    expect((await police.call(listCorrections, {})).corrections).toMatchObject([
      {
        id: correctionId,
        // To check it, they must know of whom it is.
        subject: { name: '周八', nameMasked: false },
        homeName: expect.stringContaining('室'),
        field: 'registered',
        was: 'here',
        value: 'absent',
        mayDecide: true,
      },
    ]);
    // Who leads that unit hears of it, of whom it is not; nobody else does.
    const told = async (who: Caller) => {
      await test.settle();
      const { notices } = await who.call(listNotices, {});
      return notices.flatMap(({ kind, params }) => (kind === 'correction.asked' ? [params] : []));
    };
    expect(await told(police)).toEqual([{}]);
    for (const other of [chief, housing, secretary]) expect(await told(other)).toEqual([]);
    // Who asked hears that it was answered; who answered knows.
    const answered = async (who: Caller) => {
      await test.settle();
      return (await who.call(listNotices, {})).notices.filter(({ kind }) => kind === 'correction.decided').length;
    };
    const heard = await answered(secretary);
    await police.call(decideCorrection, decide);
    expect([(await answered(secretary)) - heard, await answered(police)]).toEqual([1, 0]);
    expect((await values(personId)).registered).toBe('absent');
    expect((await police.call(listCorrections, { state: 'accepted' })).corrections).toMatchObject([
      { id: correctionId, subject: { nameMasked: true }, homeName: null },
    ]);
    // What nobody else has entered is the place's own, also of a field another body could fill.
    const own = await secretary.call(askCorrection, { ...ask, field: 'allowance', value: 'minimum' });
    expect((await police.ask(decideCorrection, { ...decide, correctionId: own.correctionId })).status).toBe(404);
    await chief.call(decideCorrection, { ...decide, correctionId: own.correctionId });
    const { groups } = await secretary.call(getSubject, { subjectId: personId });
    const entered = groups.flatMap(({ fields }) => fields).find(({ code }) => code === 'allowance');
    expect(entered).toMatchObject({ value: 'minimum', source: 'office' });
  });
});
