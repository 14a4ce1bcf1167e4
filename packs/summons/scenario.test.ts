import {
  advanceCase,
  checkCase,
  dispatchCase,
  finishPart,
  getCase,
  handleCase,
  listCases,
  listMyCases,
  listNotices,
  mergeCase,
  rateCase,
  reportCase,
  splitCase,
  suggestTargets,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let secretary: Caller;
let dispatcher: Caller;
let housing: Caller;
let police: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  secretary = await test.staff('committee-secretary', 'east');
  dispatcher = await test.staff('dispatcher', 'street');
  housing = await test.staff('unit-lead', 'street', 'housing');
  police = await test.staff('unit-lead', 'street', 'police');
});
afterAll(() => test.close());

const unitId = (key: 'housing' | 'police' | 'committee') => test.street.unit[key].id;
const summon = () => ({
  typeCode: 'summons',
  words: '东园停车挤占消防通道，请到现场定办法',
  form: {
    topic: '停车挤占消防通道',
    why: '涉及产权车位和交通标线，居委会协调三次未果',
    departments: [unitId('housing'), unitId('police')],
    together: [unitId('committee')],
  },
  place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
  photos: [],
});
const arranged = { meetAt: '2026-03-18T14:00', meetPlace: '东园门口' };
const met = { heldAt: '2026-03-18T14:00', minutes: '划线、增设隔离桩' };

/** Reported, sent to housing with the police in the force, taken: signed in by the lead. */
async function forwarded(): Promise<string> {
  test.clock.set(monday);
  const { caseId } = await secretary.call(reportCase, summon());
  await dispatcher.call(dispatchCase, { caseId, to: { kind: 'unit', unitId: unitId('housing') } });
  await housing.call(takeCase, { caseId });
  const parts = [
    { unitId: unitId('housing'), lead: true },
    { unitId: unitId('police'), lead: false, words: '请定交通标线' },
  ];
  await housing.call(splitCase, { caseId, parts });
  await housing.call(advanceCase, { caseId, stage: 'arrange', outcome: 'several', form: arranged });
  return caseId;
}
const attendance = (police: 'present' | 'absent' | 'late') => [
  { unitId: unitId('housing'), status: 'present' as const },
  { unitId: unitId('police'), status: police },
];

describe('a committee summons departments', () => {
  it('is signed in, met on site, its duties followed to their end and rated by who summoned', async () => {
    const caseId = await forwarded();
    const early = await housing.ask(advanceCase, { caseId, stage: 'sign-in', outcome: 'signed-in' });
    expect(early).toMatchObject({ status: 409, error: { code: 'parts-unfinished' } });
    await police.call(finishPart, { caseId, words: '派二人到场' });
    await housing.call(advanceCase, { caseId, stage: 'sign-in', outcome: 'signed-in' });
    const duties = [{ unitId: unitId('police'), words: '补划标线', handleBy: '2026-03-27' }];
    const { children } = await secretary.call(advanceCase, {
      caseId,
      stage: 'meeting',
      outcome: 'agreed',
      form: met,
      attendance: attendance('present'),
      duties,
    });
    await housing.call(advanceCase, { caseId, stage: 'answer', outcome: 'plan', form: { plan: '月底完成' } });
    const open = await secretary.ask(advanceCase, { caseId, stage: 'follow-up', outcome: 'done' });
    expect(open).toMatchObject({ status: 409, error: { code: 'children-open' } });

    const duty = children[0]?.caseId ?? '';
    await police.call(takeCase, { caseId: duty });
    const photos = [await police.photo(3)];
    await police.call(handleCase, { caseId: duty, result: 'solved', words: '标线已补', photos });
    await test.settle();
    expect(await police.ask(checkCase, { caseId: duty, pass: true, photos: [] })).toMatchObject({ ok: null });
    const seen = await secretary.call(getCase, { caseId });
    expect(seen.children).toContainEqual(expect.objectContaining({ id: duty, typeCode: 'summons-duty' }));
    const checker = await test.staff('checker', 'street');
    await checker.call(checkCase, { caseId: duty, pass: true, photos: [] });
    const done = await secretary.call(advanceCase, { caseId, stage: 'follow-up', outcome: 'done' });
    expect(done).toMatchObject({ state: 'closed' });
    await secretary.call(rateCase, { caseId, rating: 5 });
  });

  it('is summoned by several committees together: each follows it, writes down who came and rates', async () => {
    const lead = await test.staff('unit-lead', 'street', 'committee');
    const caseId = await forwarded();
    const seen = await lead.call(getCase, { caseId });
    expect(seen).toMatchObject({ reporterCount: 1, reporter: { mine: true } });
    expect(seen.story.find(({ kind }) => kind === 'join')?.data).toMatchObject({ unitId: unitId('committee') });
    expect((await lead.call(listCases, { open: true })).cases.map(({ id }) => id)).toContain(caseId);
    await test.settle();
    const named = async (who: typeof lead) =>
      (await who.call(listNotices, {})).notices.filter(
        ({ kind, nounId }) => kind === 'case.named' && nounId === caseId,
      );
    expect(await named(lead)).toHaveLength(1);
    for (const other of [secretary, housing]) expect(await named(other)).toEqual([]);
    await police.call(finishPart, { caseId });
    await housing.call(advanceCase, { caseId, stage: 'sign-in', outcome: 'signed-in' });
    const meeting = { caseId, stage: 'meeting', outcome: 'agreed', form: met, attendance: attendance('present') };
    await lead.call(advanceCase, meeting);
    const mine = await lead.call(listMyCases, {});
    expect(mine.cases.map(({ id }) => id)).toContain(caseId);
  });

  it('merged into another, brings those who summoned together along: they follow it and are no further voices', async () => {
    test.clock.set(monday);
    const west = await test.staff('committee-secretary', 'west');
    const lead = await test.staff('unit-lead', 'street', 'committee');
    const alone = { ...summon(), form: { ...summon().form, together: [] } };
    const into = await west.call(reportCase, alone);
    const { caseId } = await secretary.call(reportCase, summon());
    await dispatcher.call(mergeCase, { caseId, intoCaseId: into.caseId });
    const seen = await lead.call(getCase, { caseId: into.caseId });
    expect(seen.reporterCount).toBe(2);
    expect(seen.story.filter(({ kind, data }) => kind === 'join' && data.unitId === unitId('committee'))).toHaveLength(
      1,
    );
    await test.settle();
    const told = (await lead.call(listNotices, {})).notices.filter(({ nounId }) =>
      [caseId, into.caseId].includes(nounId ?? ''),
    );
    // Named when it was reported, then told of the merge; not named once more.
    expect(told.map(({ kind }) => kind).sort()).toEqual(['case.merged', 'case.named']);
  });

  it('offers the desk the departments asked for first, and whoever asks no call to themselves', async () => {
    test.clock.set(monday);
    const { caseId } = await secretary.call(reportCase, { ...summon(), form: { ...summon().form, together: [] } });
    const { targets } = await dispatcher.call(suggestTargets, { caseId });
    expect(targets.slice(0, 2)).toEqual([
      expect.objectContaining({ unitId: unitId('housing'), why: 'named' }),
      expect.objectContaining({ unitId: unitId('police'), why: 'named' }),
    ]);
    expect((await secretary.call(getCase, { caseId })).can).not.toContain('contact');
    expect((await dispatcher.call(getCase, { caseId })).can).toContain('contact');
  });

  it('is supervised when a department stays away or comes late twice', async () => {
    const caseId = await forwarded();
    await police.call(finishPart, { caseId, words: '收到' });
    await dispatcher.call(advanceCase, { caseId, stage: 'sign-in', outcome: 'signed-in' });
    const again = (status: 'absent' | 'late') => ({
      caseId,
      stage: 'meeting',
      outcome: 'again',
      form: met,
      words: '派出所没有准时到',
      attendance: attendance(status),
    });
    await secretary.call(advanceCase, again('absent'));
    expect(await dispatcher.call(getCase, { caseId })).toMatchObject({ supervised: false });
    await secretary.call(advanceCase, again('late'));
    expect(await dispatcher.call(getCase, { caseId })).toMatchObject({ supervised: true });
  });

  it('rings when departments have not signed in after a working day', async () => {
    const caseId = await forwarded();
    const { current } = await housing.call(getCase, { caseId });
    expect(current).toMatchObject({ key: 'sign-in', dueAt: '2026-03-17T09:30:00.000Z' });
    test.clock.set('2026-03-17T17:31:00+08:00');
    await test.settle();
    const late = await dispatcher.call(getCase, { caseId });
    expect(late.stages.find(({ key }) => key === 'sign-in')).toMatchObject({ overdue: true });
    expect(late.parts.find((part) => part.unitId === unitId('police'))).toMatchObject({ overdue: true });
  });

  it('lets no department write who came, leaves nobody out, and is not for residents', async () => {
    const caseId = await forwarded();
    await police.call(finishPart, { caseId });
    await housing.call(advanceCase, { caseId, stage: 'sign-in', outcome: 'signed-in' });
    const meeting = { caseId, stage: 'meeting', outcome: 'agreed', form: met };
    const own = await housing.ask(advanceCase, { ...meeting, attendance: attendance('present') });
    expect(own).toMatchObject({ status: 403, error: { code: 'not-allowed' } });
    const half = await secretary.ask(advanceCase, { ...meeting, attendance: attendance('present').slice(0, 1) });
    expect(half).toMatchObject({ status: 409, error: { code: 'attendance-invalid' } });
    const bare = await secretary.ask(advanceCase, { ...meeting, form: { heldAt: met.heldAt } });
    expect(bare).toMatchObject({ status: 400, error: { fields: [{ path: 'form.minutes', code: 'required' }] } });
    const wrong = { ...summon(), form: { ...summon().form, departments: [unitId('committee')] } };
    const named = await secretary.ask(reportCase, wrong);
    expect(named).toMatchObject({
      status: 400,
      error: { fields: [{ path: 'form.departments', code: 'not-an-option' }] },
    });
    const resident = await test.resident();
    expect(await resident.ask(reportCase, summon())).toMatchObject({ error: { code: 'reporter-not-allowed' } });
  });
});
