import {
  actOnRights,
  askCorrection,
  askRights,
  decideCorrection,
  followUpRights,
  getRights,
  giveConsent,
  linkAccount,
  listCorrections,
  listNotices,
  makeMyCopy,
  withdrawConsent,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { Caller, TestApp } from '../../test/test-app.ts';
import { accept, createPrivacyScene, type Person, type PrivacyScene } from './privacy-scene.fixture.ts';

let scene: PrivacyScene;
let test: TestApp;
let chief: Caller;
beforeAll(async () => {
  scene = await createPrivacyScene();
  ({ test } = scene);
  chief = await test.staff('duty-chief', 'street');
});
afterAll(() => test.close());

/** Kinds somebody was told about one thing, oldest first. */
async function told(who: Caller, nounId: string): Promise<string[]> {
  await test.settle();
  const { rows } = await test.app.database.asSystem((db) =>
    sql<{ kind: string }>`select kind from notice where account_id = ${who.accountId} and noun_id = ${nounId}
      order by source_seq, kind`.execute(db),
  );
  return rows.map(({ kind }) => kind);
}

async function childOf(parent: Person): Promise<Person> {
  const child = await scene.person('2012-05-05');
  await test.app.database.asSystem((db) =>
    sql`insert into subject_link (id, from_id, to_id, kind, valid_from, source)
      values (${newId()}, ${parent.subjectId}, ${child.subjectId}, 'guardian', '2012-05-05', 'office')`.execute(db),
  );
  await scene.keeper.call(linkAccount, {
    subjectId: child.subjectId,
    role: 'guardian',
    proof: '户口簿原件',
    phone: parent.phone,
  });
  return child;
}

describe('whoever asked', () => {
  it('hears that it was registered, needs more and was answered; the desk what comes in; nobody their own deeds', async () => {
    const { me, subjectId } = await scene.person();
    const { rightsId, number } = await me.call(askRights, { kind: 'consult', subjectId, words: '想知道登记了什么' });
    await scene.atDesk(rightsId, { act: 'register' }, { act: 'ask-more', words: '请补充身份证明' });
    expect(await told(me, rightsId)).toEqual(['rights.registered', 'rights.needs-more']);
    const { revision } = await scene.desk.call(getRights, { rightsId });
    await me.call(followUpRights, { rightsId, revision, act: 'supply', words: '已补' });
    await scene.atDesk(rightsId, { act: 'answer', outcome: 'granted' });
    expect(await told(me, rightsId)).toEqual(['rights.registered', 'rights.needs-more', 'rights.answered']);
    for (const desk of [scene.desk, scene.otherDesk])
      expect(await told(desk, rightsId)).toEqual(['rights.arrived', 'rights.supplied']);
    expect(await told(scene.keeper, rightsId)).toEqual([]);
    const { notices } = await me.call(listNotices, {});
    expect(notices.find(({ kind }) => kind === 'rights.answered')?.params).toEqual({ number });
    expect(JSON.stringify(notices)).not.toContain('身份证明');
  });

  it('objects to somebody else than who answered', async () => {
    const { me, subjectId } = await scene.person();
    const { rightsId } = await me.call(askRights, { kind: 'restrict', subjectId, fields: ['sex'] });
    const words = '履行法定职责所必需';
    await scene.atDesk(rightsId, ...accept, { act: 'answer', outcome: 'refused', ground: 'public-duty', words });
    const { revision } = await scene.otherDesk.call(getRights, { rightsId });
    await me.call(followUpRights, { rightsId, revision, act: 'object', words: '不服' });
    expect(await told(scene.otherDesk, rightsId)).toEqual(['rights.arrived', 'rights.objected']);
    expect(await told(scene.desk, rightsId)).toEqual(['rights.arrived']);
  });
});

describe('whom it is about', () => {
  it('hears when a guardian asks in their name, and a guardian of what the other did not', async () => {
    const parent = await scene.person('1980-03-04');
    const child = await childOf(parent);
    const { rightsId } = await parent.me.call(askRights, { kind: 'consult', subjectId: child.subjectId });
    expect(await told(child.me, rightsId)).toEqual(['rights.asked-for-you']);
    expect(await told(parent.me, rightsId)).toEqual([]);
  });

  it('hears when a correction was answered by who keeps the field', async () => {
    const { me, subjectId } = await scene.person();
    const wanted = [{ code: 'sex', value: '1' }];
    const { rightsId } = await me.call(askRights, { kind: 'correct', subjectId, wanted, words: '登记有误' });
    await scene.atDesk(rightsId, ...accept, { act: 'answer', outcome: 'granted' });
    expect(await told(me, subjectId)).toEqual([]);
    const { corrections } = await scene.keeper.call(listCorrections, { subjectId });
    await scene.keeper.call(decideCorrection, {
      correctionId: corrections[0]?.id ?? '',
      accept: true,
      words: '核对属实',
    });
    expect(await told(me, subjectId)).toEqual(['correction.decided']);
  });

  it('hears once where their own correction takes the place of a colleague’s, who hears that it gave way', async () => {
    const { me, subjectId } = await scene.person();
    const colleague = await test.staff('grid-worker', 'east1');
    await colleague.call(askCorrection, { subjectId, field: 'sex', value: '9', reason: '走访时本人口述' });
    const wanted = [{ code: 'sex', value: '1' }];
    const { rightsId } = await me.call(askRights, { kind: 'correct', subjectId, wanted, words: '登记有误' });
    await scene.atDesk(rightsId, ...accept, { act: 'answer', outcome: 'granted' });
    expect(await told(colleague, subjectId)).toEqual(['correction.decided']);
    expect(await told(me, subjectId)).toEqual([]);
    const { corrections } = await scene.keeper.call(listCorrections, { subjectId });
    expect(corrections.map(({ value }) => value)).toEqual(['1']);
  });

  it('hears of every copy, also of one made at their own telephone', async () => {
    const { me, subjectId } = await scene.person();
    await me.call(makeMyCopy, { subjectId, code: await scene.codeFor(me) });
    expect(await told(me, subjectId)).toEqual(['copy.made']);
    const { rightsId } = await me.call(askRights, { kind: 'copy', subjectId });
    await scene.atDesk(rightsId, ...accept, { act: 'answer', outcome: 'granted' });
    // Of the granted one the answer tells.
    expect(await told(me, subjectId)).toEqual(['copy.made']);
    expect(await told(me, rightsId)).toEqual(['rights.registered', 'rights.answered']);
  });

  it('hears of an agreement that somebody else entered, by its purpose alone', async () => {
    const { me, subjectId } = await scene.person();
    const paper = { subjectId, purpose: 'contact' as const, version: 1, channel: 'paper' as const };
    await scene.keeper.call(giveConsent, { ...paper, evidence: '纸质同意书第7号' });
    await scene.keeper.call(withdrawConsent, { subjectId, purpose: 'contact', evidence: '本人到场口头说明' });
    expect(await told(me, subjectId)).toEqual(['consent.given', 'consent.withdrawn']);
    const { notices } = await me.call(listNotices, {});
    expect(notices[0]?.params).toEqual({
      typeName: '日常联系与紧急联系',
      typeNameEn: 'Everyday and emergency contact',
    });
    await me.call(giveConsent, { ...paper, channel: 'app' });
    expect(await told(me, subjectId)).toHaveLength(2);
  });
});

describe('the clock of a request', () => {
  it('tells the desk the working day before and when it is late, and its chief near the last day', async () => {
    test.clock.set('2026-03-16T10:00:00+08:00');
    const { me, subjectId } = await scene.person();
    const { rightsId, dueAt } = await me.call(askRights, { kind: 'consult', subjectId });
    expect(dueAt).toBe('2026-04-07T09:30:00.000Z');
    test.clock.set('2026-04-03T08:00:00+08:00');
    expect(await told(scene.desk, rightsId)).toEqual(['rights.arrived']);
    test.clock.set('2026-04-03T09:00:00+08:00');
    expect(await told(scene.desk, rightsId)).toEqual(['rights.arrived', 'rights.due-soon']);
    test.clock.set('2026-04-07T17:31:00+08:00');
    expect((await told(scene.desk, rightsId)).at(-1)).toBe('rights.overdue');
    expect(await told(chief, rightsId)).toEqual([]);
    test.clock.set('2026-04-12T09:00:00+08:00');
    expect((await told(scene.desk, rightsId)).at(-1)).toBe('rights.latest-soon');
    expect(await told(chief, rightsId)).toEqual(['rights.latest-soon']);
    expect(await told(me, rightsId)).toEqual([]);
  });

  it('is set for requests from before it was kept, without ringing for what is past', async () => {
    test.clock.set('2026-03-16T10:00:00+08:00');
    const { me, subjectId } = await scene.person();
    const { rightsId } = await me.call(askRights, { kind: 'consult', subjectId });
    test.clock.set('2026-04-08T09:00:00+08:00');
    await test.app.database.asSystem((db) =>
      sql`update due set at = ${test.clock.now()}, data = '{}' where kind = 'rights.clock' and key = ${rightsId}`.execute(
        db,
      ),
    );
    expect(await told(scene.desk, rightsId)).toEqual(['rights.arrived']);
    test.clock.set('2026-04-13T09:00:00+08:00');
    expect((await told(scene.desk, rightsId)).at(-1)).toBe('rights.latest-soon');
  });

  it('is silent once it was answered, and while something has to be brought', async () => {
    test.clock.set('2026-03-16T10:00:00+08:00');
    const { me, subjectId } = await scene.person();
    const { rightsId } = await me.call(askRights, { kind: 'consult', subjectId });
    await scene.atDesk(rightsId, { act: 'register' }, { act: 'ask-more', words: '请补充' });
    const other = await scene.person();
    const answered = await other.me.call(askRights, { kind: 'consult', subjectId: other.subjectId });
    await scene.atDesk(answered.rightsId, { act: 'register' }, { act: 'answer', outcome: 'granted' });
    test.clock.set('2026-06-01T09:00:00+08:00');
    expect(await told(scene.desk, rightsId)).toEqual(['rights.arrived']);
    expect(await told(scene.desk, answered.rightsId)).toEqual(['rights.arrived']);
    test.clock.set('2026-06-01T10:00:00+08:00');
    const { revision } = await scene.desk.call(getRights, { rightsId });
    await me.call(followUpRights, { rightsId, revision, act: 'supply', words: '已补' });
    await scene.desk.call(actOnRights, { rightsId, revision: revision + 1, act: 'answer', outcome: 'granted' });
    expect(await told(scene.desk, rightsId)).toEqual(['rights.arrived', 'rights.supplied']);
  });
});
