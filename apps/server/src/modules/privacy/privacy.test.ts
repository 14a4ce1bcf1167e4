import {
  actOnRights,
  askCorrection,
  askRights,
  changeFields,
  followUpRights,
  getMyData,
  getRights,
  getSubject,
  linkAccount,
  listCorrections,
  listDeletions,
  listMyRights,
  listRevealsAboutMe,
  listRights,
  makeMyCopy,
  recordDeath,
  requestOwnCode,
  revealField,
  savePrivacySettings,
  setGuardian,
  showMyField,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, TestApp } from '../../test/test-app.ts';
import { accept, createPrivacyScene, type PrivacyScene } from './privacy-scene.fixture.ts';

let scene: PrivacyScene;
let test: TestApp;
let keeper: Caller;
let desk: Caller;
let otherDesk: Caller;
let person: PrivacyScene['person'];
let revisionOf: PrivacyScene['revisionOf'];
let codeFor: PrivacyScene['codeFor'];
let atDesk: PrivacyScene['atDesk'];
beforeAll(async () => {
  scene = await createPrivacyScene();
  ({ test, keeper, desk, otherDesk, person, revisionOf, codeFor, atDesk } = scene);
});
afterAll(() => test.close());

describe('what is held of me', () => {
  it('is shown whole with source, ground and time, and to nobody else', async () => {
    const { me, subjectId } = await person();
    await keeper.call(revealField, { subjectId, field: 'phone', reason: '通知停水' });
    const data = await me.call(getMyData, { subjectId });
    const contact = data.groups.find(({ group }) => group === 'contact');
    expect(contact?.keptDays).toBe(180);
    expect(contact?.fields.find(({ code }) => code === 'phone')).toMatchObject({ masked: true, basis: 'consent' });
    expect(data.groups.flatMap(({ fields }) => fields).find(({ code }) => code === 'sex')).toMatchObject({
      value: '2',
      valueLabel: { zh: '女' },
      restricted: false,
    });
    expect(data.looks).toMatchObject([{ reason: '通知停水', field: 'phone' }]);
    expect((await me.call(listRevealsAboutMe, {})).reveals).toHaveLength(1);
    const stranger = await test.resident('13800007777');
    for (const caller of [stranger, keeper, desk])
      expect((await caller.ask(getMyData, { subjectId })).error?.code).toBe('not-found');
  });

  it('is shown in full and copied only with a code sent to my own telephone', async () => {
    const { me, subjectId, phone } = await person();
    expect((await me.ask(showMyField, { subjectId, field: 'phone', code: '000000' })).error?.code).toBe('code-wrong');
    const shown = await me.call(showMyField, { subjectId, field: 'phone', code: await codeFor(me) });
    expect(shown.value).toBe(phone);
    const code = await codeFor(me);
    const { copyId } = await me.call(makeMyCopy, { subjectId, code });
    expect((await me.ask(makeMyCopy, { subjectId, code })).error?.code).toBe('code-wrong');
    expect((await me.call(listMyRights, {})).copies).toMatchObject([{ copyId }]);
    test.clock.forward(20);
    expect((await me.call(listMyRights, {})).copies).toEqual([]);
    expect((await keeper.ask(requestOwnCode, {})).error?.code).toBe('no-own-phone');
  });
});

describe('a request', () => {
  it('goes through the desk with its clock, and the desk sees no values', async () => {
    const { me, subjectId } = await person();
    const asked = await me.call(askRights, { kind: 'consult', subjectId, words: '想知道登记了什么' });
    expect((await me.ask(askRights, { kind: 'consult', subjectId })).error?.code).toBe('rights-open-already');
    const queue = await desk.call(listRights, {});
    expect(queue.requests.map(({ id }) => id)).toContain(asked.rightsId);
    const one = await desk.call(getRights, { rightsId: asked.rightsId });
    expect(one).toMatchObject({ subjectName: '陈**', can: ['register'], overdue: false });
    expect(JSON.stringify(one)).not.toContain('安然');
    await atDesk(asked.rightsId, { act: 'register' }, { act: 'ask-more', words: '请补充身份证明' });
    const waiting = (await me.call(listMyRights, {})).requests.find(({ id }) => id === asked.rightsId);
    expect(waiting).toMatchObject({ state: 'needs-more', can: ['supply', 'take-back'] });
    const revision = waiting?.revision ?? 0;
    const supply = { rightsId: asked.rightsId, act: 'supply' as const };
    expect((await me.ask(followUpRights, { ...supply, revision })).error?.code).toBe('rights-words-needed');
    expect((await desk.ask(followUpRights, { ...supply, revision, words: '补充' })).error?.code).toBe('not-found');
    expect((await me.call(followUpRights, { ...supply, revision, words: '已补' })).state).toBe('registered');
    expect((await me.ask(followUpRights, { ...supply, revision, words: '又补' })).error?.code).toBe(
      'changed-meanwhile',
    );
  });

  it('is refused only with a ground, and an objection is looked at by somebody else', async () => {
    const { me, subjectId } = await person();
    const { rightsId } = await me.call(askRights, { kind: 'restrict', subjectId, fields: ['sex'] });
    await atDesk(rightsId, { act: 'register' });
    const now = async () => (await desk.call(getRights, { rightsId })).revision;
    const refuse = { rightsId, act: 'answer' as const, outcome: 'refused' as const, words: '履行法定职责所必需' };
    expect((await desk.ask(actOnRights, { ...refuse, revision: await now() })).error?.code).toBe(
      'rights-ground-needed',
    );
    expect(
      (await desk.ask(actOnRights, { rightsId, act: 'answer', outcome: 'granted', revision: await now() })).error?.code,
    ).toBe('rights-not-accepted');
    await desk.call(actOnRights, { ...refuse, ground: 'public-duty', revision: await now() });
    const answered = (await me.call(listMyRights, {})).requests.find(({ id }) => id === rightsId);
    expect(answered?.article?.zh).toContain('个人信息保护法');
    await me.call(followUpRights, { rightsId, act: 'object', words: '不服', revision: answered?.revision ?? 0 });
    const again = { rightsId, act: 'answer' as const, outcome: 'granted' as const, revision: await now() };
    expect((await desk.ask(actOnRights, again)).error?.code).toBe('second-person-needed');
    await otherDesk.call(actOnRights, again);
    const data = await me.call(getMyData, { subjectId });
    expect(data.groups.flatMap(({ fields }) => fields).find(({ code }) => code === 'sex')?.restricted).toBe(true);
  });

  it('is not for a child alone, nor for a stranger, nor without saying what', async () => {
    const { me, subjectId } = await person('2015-05-05');
    expect((await me.ask(askRights, { kind: 'consult', subjectId })).error?.code).toBe('guardian-needed');
    const stranger = await test.resident('13800006666');
    expect((await stranger.ask(askRights, { kind: 'consult', subjectId })).error?.code).toBe('not-found');
    // A post cannot make just any account a guardian: the register must know the guardian, by telephone.
    const claim = { subjectId, role: 'guardian' as const, proof: '户口簿原件' };
    expect((await keeper.ask(linkAccount, { ...claim, phone: '13800006666' })).error?.code).toBe('link-not-proved');
    const parent = await person('1982-03-04');
    await keeper.call(setGuardian, {
      wardId: subjectId,
      guardianId: parent.subjectId,
      relation: 'parent',
      paper: 'birth-certificate',
      proof: '出示出生医学证明',
      since: '2015-05-05',
    });
    const { me: guardian } = parent;
    expect((await guardian.ask(askRights, { kind: 'delete', subjectId })).error?.code).toBe('rights-details-missing');
    await guardian.call(askRights, { kind: 'consult', subjectId });
    expect((await guardian.call(listMyRights, {})).requests[0]).toMatchObject({
      asker: 'guardian',
      subjectName: '陈安然',
    });
    const guards = (data: { links: { kind: string; guards: boolean }[] }) =>
      data.links.filter(({ kind }) => kind === 'guardian').map((link) => link.guards);
    expect(guards(await guardian.call(getMyData, { subjectId }))).toEqual([false]);
    const mine = await guardian.call(getMyData, { subjectId: parent.subjectId });
    expect(guards(mine)).toEqual([true]);
    // What may be said instead stands beside each value: nobody has to know a code.
    const sex = mine.groups.flatMap(({ fields }) => fields).find(({ code }) => code === 'sex');
    expect([sex?.kind, sex?.options.map(({ value }) => value)]).toEqual(['code', expect.arrayContaining(['1', '2'])]);
    const unknown = { kind: 'delete' as const, subjectId, fields: ['religion'] };
    expect((await guardian.ask(askRights, unknown)).error?.code).toBe('input-invalid');
  });

  it('has the time the desk gives itself', async () => {
    await desk.call(savePrivacySettings, { answerWorkDays: 5 });
    const { me, subjectId } = await person();
    const { dueAt } = await me.call(askRights, { kind: 'consult', subjectId });
    expect(Date.parse(dueAt) - test.clock.now().getTime()).toBeLessThan(8 * 86_400_000);
    expect((await desk.call(listRights, {})).answerWorkDays).toBe(5);
    expect((await keeper.ask(savePrivacySettings, { answerWorkDays: 5 })).error?.code).toBe('not-allowed');
  });
});

describe('what an answer does', () => {
  it('deletes what stands on consent with proof, and ends the use of what the law wants kept', async () => {
    const { me, subjectId } = await person();
    const { rightsId } = await me.call(askRights, { kind: 'delete', subjectId, fields: ['wantsVolunteer', 'sex'] });
    await atDesk(rightsId, ...accept);
    const plan = (await desk.call(getRights, { rightsId })).plan;
    expect(plan).toMatchObject({ outcome: 'partly', erase: [{ zh: '社区志愿者' }], restrict: [{ zh: '性别' }] });
    const { revision } = await desk.call(getRights, { rightsId });
    const answer = { rightsId, act: 'answer' as const, revision };
    expect((await desk.ask(actOnRights, { ...answer, outcome: 'granted' })).error).toMatchObject({
      code: 'rights-outcome-wrong',
      message: '这件删除申请应答复“部分同意”：依法须保存的限制处理，其余的删除。',
    });
    const words = '性别依法须保存，不可删除，已限制处理';
    await desk.call(actOnRights, { ...answer, outcome: 'partly', ground: 'statutory-retention', words });
    const groups = (await keeper.call(getSubject, { subjectId })).groups;
    const seen = groups.flatMap(({ fields }) => fields).filter(({ value }) => value !== null);
    expect(seen.map(({ code }) => code)).not.toContain('sex');
    expect(seen.map(({ code }) => code)).not.toContain('wantsVolunteer');
    const own = (await me.call(getMyData, { subjectId })).groups.flatMap(({ fields }) => fields);
    expect(own.find(({ code }) => code === 'sex')).toMatchObject({ value: '2', restricted: true });
    expect(own.map(({ code }) => code)).not.toContain('wantsVolunteer');
    const entered = await keeper.ask(changeFields, {
      subjectId,
      revision: await revisionOf(subjectId),
      fields: [{ code: 'sex', value: '2' }],
    });
    expect(entered.error?.code).toBe('field-restricted');
    const proofs = (await desk.call(listDeletions, {})).deletions.filter(({ rightsNumber }) => rightsNumber !== null);
    expect(proofs).toMatchObject([{ kind: 'fact', group: 'contact', rows: 1, rule: 'request' }]);
    // The same proof stands with the person's own request, and with nobody else's.
    const mine = (await me.call(listMyRights, {})).requests.find(({ id }) => id === rightsId);
    expect(mine?.proofs).toEqual(proofs.map(({ rule: _rule, rightsNumber: _number, ...proof }) => proof));
  });

  it('passes corrections on to who keeps the field', async () => {
    const { me, subjectId } = await person();
    const wanted = [{ code: 'nationality', value: '中国' }];
    const { rightsId } = await me.call(askRights, { kind: 'supplement', subjectId, wanted, words: '补充国籍' });
    await atDesk(rightsId, ...accept, { act: 'answer', outcome: 'granted' });
    const open = await keeper.call(listCorrections, { subjectId });
    expect(open.corrections).toMatchObject([{ field: 'nationality', value: '中国', state: 'open' }]);
    expect(
      (await me.ask(askCorrection, { subjectId, field: 'nationality', value: '中国', reason: '重复' })).error?.code,
    ).toBe('correction-pending');
  });

  it('gives the relative of somebody who died a copy, and tells nobody who is registered', async () => {
    const { subjectId, number } = await person('1940-02-02');
    await keeper.call(recordDeath, { subjectId, on: '2026-03-01' });
    const relative = await test.resident('13800005555');
    const dead = { name: '陈安然', number, relation: '女儿' };
    const { rightsId } = await relative.call(askRights, { kind: 'relative-of-dead', dead });
    await atDesk(rightsId, ...accept, { act: 'answer', outcome: 'granted' });
    expect((await relative.call(listMyRights, {})).copies).toHaveLength(1);
    const nobody = await test.resident('13800005556');
    const wrong = await nobody.call(askRights, { kind: 'relative-of-dead', dead: { ...dead, name: '王某' } });
    expect((await desk.call(getRights, { rightsId: wrong.rightsId })).subjectName).toBeNull();
  });

  it('closes an account for good', async () => {
    const { me } = await person();
    const { rightsId } = await me.call(askRights, { kind: 'close-account' });
    await atDesk(rightsId, ...accept, { act: 'answer', outcome: 'granted' });
    test.clock.forward(5);
    expect((await me.ask(listMyRights, {})).error?.code).toBe('sign-in-needed');
  });
});
