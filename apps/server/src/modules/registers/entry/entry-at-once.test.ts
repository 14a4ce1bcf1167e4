import {
  addSubject,
  askCorrection,
  changeFields,
  decideCorrection,
  giveConsent,
  issueComponentCode,
  mergeSubjects,
  type ParsedInputOf,
  undoMerge,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHome } from '../../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../../test/test-app.ts';
import { type NewFact, writeFacts } from '../store.ts';
import { addComponentElsewhere } from './component-elsewhere.fixture.ts';

/** Two who do the same at once: one of them finds what the other made, nobody meets a fault of ours. */
let test: TestApp;
let keeper: Caller;
let secretary: Caller;
let home: { buildingId: string; homeId: string };
const lamp = '01011';

beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.staff('grid-worker', 'east1');
  secretary = await test.staff('committee-secretary', 'east');
  home = await buildHome(test, keeper, 'east1');
}, 60_000);
afterAll(() => test.close());

type Fields = ParsedInputOf<typeof addSubject>['fields'];
const thing = (name: string, fields: Fields = []) => ({
  noun: 'asset' as const,
  kind: 'component',
  name,
  place: { areaId: test.street.area.east1.id },
  fields,
});
const addThing = async (name: string, fields: Fields = []) =>
  (await keeper.call(addSubject, thing(name, fields))).subjectId;
const coded = (code: string): Fields => [{ code: 'code', value: code }];

function factOf(subjectId: string, noun: NewFact['noun'], field: string, value: NewFact['value']): NewFact {
  return { subjectId, noun, field, value, source: 'import', sourceId: null, since: '2026-03-01', recordedBy: null };
}

describe('codes of components', () => {
  it('are never given twice: neither at once nor where one was typed in before, here or in another site', async () => {
    const ids = await Promise.all(['一', '二', '三', '四'].map((name) => addThing(`路灯${name}`)));
    const [first] = await Promise.all(
      ids.map((subjectId) => keeper.call(issueComponentCode, { subjectId, classCode: lamp })),
    );
    const prefix = first?.code.slice(0, 11) ?? '';
    await addThing('手填', coded(`${prefix}000005`));
    await addComponentElsewhere(test, `${prefix}000006`);
    const next = await keeper.call(issueComponentCode, { subjectId: await addThing('路灯五'), classCode: lamp });
    expect(next.code).toBe(`${prefix}000007`);
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        code: string;
      }>`select fields ->> 'code' as code from subject where id = any(${ids}::uuid[]) order by 1`.execute(db),
    );
    expect(rows.map(({ code }) => code)).toEqual([1, 2, 3, 4].map((n) => `${prefix}00000${n}`));
  });

  it('go on with what is free when the last one there is was typed in', async () => {
    const tree = '01022';
    const { code } = await keeper.call(issueComponentCode, { subjectId: await addThing('树一'), classCode: tree });
    await addThing('树尾', coded(`${code.slice(0, 11)}999999`));
    await test.app.database.asSystem((db) =>
      sql`delete from component_number where prefix = ${code.slice(0, 11)}`.execute(db),
    );
    const again = await keeper.call(issueComponentCode, { subjectId: await addThing('树二'), classCode: tree });
    expect(again.code).toBe(`${code.slice(0, 11)}000002`);
  });

  it('typed in and taken are refused beside the field; the same thing of the site is filled up', async () => {
    const code = '31010199999000001';
    await addComponentElsewhere(test, code);
    const entered = await keeper.ask(addSubject, thing('灯杆', [{ code: 'capacity', value: 3 }, ...coded(code)]));
    expect([entered.status, entered.error?.code, entered.error?.fields?.[0]?.path]).toEqual([
      409,
      'code-taken',
      'fields.1.value',
    ]);
    const own = '31010199999000002';
    const holder = await addThing('箱', coded(own));
    expect((await keeper.call(addSubject, thing('箱子', coded(own)))).subjectId).toBe(holder);
    const other = await addThing('另一只箱');
    const changed = await keeper.ask(changeFields, { subjectId: other, fields: coded(own) });
    expect([changed.error?.code, changed.error?.fields?.[0]?.path]).toEqual(['code-taken', 'fields.0.value']);
    expect((await keeper.call(changeFields, { subjectId: holder, fields: coded(own) })).changed).toEqual([]);
    const { correctionId } = await keeper.call(askCorrection, {
      subjectId: other,
      field: 'code',
      value: own,
      reason: '抄错了',
    });
    const decided = await secretary.ask(decideCorrection, { correctionId, accept: true, words: '同意更正' });
    expect(decided.error?.code).toBe('code-taken');
  });

  it('make one thing of two entered at once, and of two things changed at once one is refused', async () => {
    const code = '31010199999000003';
    const both = await Promise.all([1, 2, 3].map(() => keeper.ask(addSubject, thing('井盖', coded(code)))));
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(both.map(({ ok }) => ok?.subjectId)).size).toBe(1);
    const two = await Promise.all([addThing('甲'), addThing('乙')]);
    const wanted = coded('31010199999000004');
    const answers = await Promise.all(two.map((subjectId) => keeper.ask(changeFields, { subjectId, fields: wanted })));
    expect(answers.map(({ error }) => error?.code ?? 'done').sort()).toEqual(['code-taken', 'done']);
  });
});

describe('two entries of one component', () => {
  it('become one with its code, and two again, whichever had it', async () => {
    const code = '31010199999000021';
    const [keepId, goneId] = [await addThing('亭子'), await addThing('亭', coded(code))];
    const holders = async () => {
      const { rows } = await test.app.database.asSystem((db) =>
        sql<{ id: string }>`select id from subject where fields ->> 'code' = ${code} and state <> 'merged'`.execute(db),
      );
      return rows.map(({ id }) => id);
    };
    const { mergeId } = await secretary.call(mergeSubjects, { keepId, goneId, reason: '同一座亭子' });
    expect(await holders()).toEqual([keepId]);
    await secretary.call(undoMerge, { mergeId, reason: '其实是两座' });
    expect(await holders()).toEqual([goneId]);
  });

  it('stay one when the code that went with one of them is another thing’s by now', async () => {
    const code = '31010199999000022';
    const keepId = await addThing('廊', coded('31010199999000023'));
    const goneId = await addThing('长廊', coded(code));
    const { mergeId } = await secretary.call(mergeSubjects, { keepId, goneId, reason: '同一条长廊' });
    const other = await addThing('花架', coded(code));
    const undone = await secretary.ask(undoMerge, { mergeId, reason: '其实是两条' });
    expect(undone.error?.code).toBe('changed-meanwhile');
    await keeper.call(changeFields, { subjectId: other, fields: [{ code: 'code', value: null }] });
    await secretary.call(undoMerge, { mergeId, reason: '其实是两条' });
  });
});

describe('the same at once', () => {
  it('a room is entered once, and everybody is told which it is', async () => {
    const room = (areaM2: number) =>
      keeper.ask(addSubject, {
        noun: 'home',
        kind: 'dwelling',
        name: '崂山路1弄2号901室',
        place: { buildingId: home.buildingId },
        room: '901',
        areaM2,
      });
    const all = await Promise.all([room(50), room(60), room(70)]);
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(all.map(({ ok }) => ok?.subjectId)).size).toBe(1);
    expect(all.filter(({ ok }) => ok?.isNew)).toHaveLength(1);
    // Out of the reach of whoever asks: not which one, not even that it is there, but for those who keep the place.
    const west = await test.staff('grid-worker', 'west1');
    const place = { buildingId: home.buildingId };
    const stranger = await west.ask(addSubject, { noun: 'home', kind: 'dwelling', name: '某室', place, room: '901' });
    expect(stranger.status).toBe(404);
  });

  it('values of one field written by some who did not lock first stand one after the other', async () => {
    const now = test.clock.now();
    const write = (value: number) =>
      test.app.database.asSystem((db) => writeFacts(db, [factOf(home.homeId, 'home', 'areaM2', value)], { now }));
    await Promise.all([1, 2, 3, 4, 5].map(write));
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        n: number;
        now: number;
      }>`select count(*)::int as n, count(*) filter (where superseded_at is null)::int as now from fact
        where subject_id = ${home.homeId} and field = 'areaM2'`.execute(db),
    );
    expect(rows).toEqual([{ n: 5, now: 1 }]);
  });

  it('a link said twice in one entry is one, with the role said last', async () => {
    const link = { toId: home.homeId, kind: 'owner' as const };
    const { subjectId } = await secretary.call(addSubject, {
      noun: 'person',
      kind: 'resident',
      name: '沈业主',
      place: { areaId: test.street.area.east1.id },
      links: [
        { ...link, role: '三分之一' },
        { ...link, role: '全部' },
      ],
    });
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ role: string }>`select role from subject_link where from_id = ${subjectId}`.execute(db),
    );
    expect(rows).toEqual([{ role: '全部' }]);
    const consent = { subjectId, purpose: 'contact' as const, version: 1, channel: 'paper' as const, evidence: '纸质' };
    const given = await Promise.all([secretary.ask(giveConsent, consent), secretary.ask(giveConsent, consent)]);
    expect(given.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
