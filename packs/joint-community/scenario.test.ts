import {
  advanceCase,
  checkCase,
  finishPart,
  getCase,
  listCases,
  reportCase,
  splitCase,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let resident: Caller;
let committee: Caller;
let firm: Caller;
let housing: Caller;
let dispatcher: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  resident = await test.resident();
  committee = await test.staff('unit-lead', 'east', 'committee');
  // The small street has one committee: firm and housing office stand in for the others of the community.
  firm = await test.staff('unit-lead', 'east', 'firm');
  housing = await test.staff('unit-lead', 'street', 'housing');
  dispatcher = await test.staff('dispatcher', 'street');
});
afterAll(() => test.close());

const unitId = (key: 'committee' | 'firm' | 'housing') => test.street.unit[key].id;
const matter = () => ({
  typeCode: 'joint-matter',
  words: '几个小区共用的南大门早晚堵，车人混行',
  form: { topic: 'gates' },
  place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
  photos: [],
});
const met = { heldAt: '2026-03-18T19:00', minutes: '分设人行门，错峰放行' };
const came = (who: 'present' | 'absent') => [
  { unitId: unitId('committee'), status: 'present' as const },
  { unitId: unitId('firm'), status: who },
  { unitId: unitId('housing'), status: 'present' as const },
];

/** Led by the committee of the place, all three in the force. */
async function gathered(): Promise<string> {
  test.clock.set(monday);
  const { caseId, holder } = await resident.call(reportCase, matter());
  expect(holder).toBe('东园居委会');
  await committee.call(takeCase, { caseId });
  const parts = [
    { unitId: unitId('committee'), lead: true },
    { unitId: unitId('firm'), lead: false },
    { unitId: unitId('housing'), lead: false },
  ];
  await committee.call(splitCase, { caseId, parts });
  return caseId;
}

describe('a matter of a joint community', () => {
  it('is met about, agreed by each, carried out, checked and published under one number', async () => {
    const caseId = await gathered();
    for (const member of [firm, housing]) {
      const { cases } = await member.call(listCases, { partsMine: true });
      expect(cases.map(({ id }) => id)).toContain(caseId);
    }
    const meeting = { caseId, stage: 'meeting', outcome: 'proposal', form: met };
    await committee.call(advanceCase, { ...meeting, attendance: came('present') });
    await firm.call(finishPart, { caseId, answer: 'agree' });
    const early = await committee.ask(advanceCase, { caseId, stage: 'agree', outcome: 'agreed' });
    expect(early).toMatchObject({ error: { code: 'parts-unfinished' } });
    await housing.call(finishPart, { caseId, answer: 'agree' });
    await committee.call(advanceCase, { caseId, stage: 'agree', outcome: 'agreed' });
    const photos = [await committee.photo(40)];
    const words = '南大门已分设人行通道。';
    const finish = { caseId, stage: 'carry-out', outcome: 'solved', words, photos };
    expect(await committee.call(advanceCase, finish)).toMatchObject({ state: 'handled' });
    expect(await committee.ask(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ ok: null });
    const checker = await test.staff('checker', 'street');
    await checker.call(checkCase, { caseId, pass: true, photos: [] });
    expect((await resident.call(getCase, { caseId })).published).toMatchObject({ words });
  });

  it('is met about again when one does not agree', async () => {
    const caseId = await gathered();
    const meeting = { caseId, stage: 'meeting', outcome: 'proposal', form: met };
    await committee.call(advanceCase, { ...meeting, attendance: came('present') });
    await firm.call(finishPart, { caseId, answer: 'agree' });
    const bare = await housing.ask(finishPart, { caseId, answer: 'refuse' });
    expect(bare).toMatchObject({ error: { code: 'words-needed' } });
    await housing.call(finishPart, { caseId, answer: 'refuse', words: '消防车进不来' });
    const again = { caseId, stage: 'agree', outcome: 'not-agreed', words: '消防通道要再改' };
    await committee.call(advanceCase, again);
    expect((await committee.call(getCase, { caseId })).current).toMatchObject({ key: 'meeting' });
  });

  it('is supervised when one of them stays away twice, and rings when nobody calls the meeting', async () => {
    const caseId = await gathered();
    const again = { caseId, stage: 'meeting', outcome: 'again', form: met, words: '物业没来' };
    await committee.call(advanceCase, { ...again, attendance: came('absent') });
    await committee.call(advanceCase, { ...again, attendance: came('absent') });
    expect(await dispatcher.call(getCase, { caseId })).toMatchObject({ supervised: true });
    const slow = await gathered();
    // The fifth working day.
    test.clock.set('2026-03-23T17:31:00+08:00');
    await test.settle();
    const { stages } = await committee.call(getCase, { caseId: slow });
    expect(stages[0]).toMatchObject({ key: 'meeting', overdue: true });
  });

  it('is led by the committee of the place only', async () => {
    const caseId = await gathered();
    const other = await firm.ask(advanceCase, { caseId, stage: 'meeting', outcome: 'proposal', form: met });
    expect(other).toMatchObject({ status: 403 });
    const own = await resident.ask(advanceCase, { caseId, stage: 'meeting', outcome: 'proposal', form: met });
    expect(own).toMatchObject({ status: 403 });
  });
});
