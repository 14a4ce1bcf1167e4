import {
  checkCase,
  getCase,
  getOwnPartnerCard,
  getSharedCase,
  handleCase,
  listNotices,
  listSharedCases,
  reportCase,
  savePartner,
  shareCase,
  takeCase,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
/** Two streets on one river, each with its own server. */
interface Street {
  test: TestApp;
  chief: Caller;
  admin: Caller;
  worker: Caller;
  url: string;
}
let east: Street;
let west: Street;
let partnerId: string;

async function openStreet(code: string): Promise<Street> {
  const test = await createTestApp({ now: monday, config: { partnerNetworks: ['127.0.0.1/32'] } });
  await test.app.database.asSystem((db) =>
    sql`update area set code = ${code} where id = ${test.street.siteId}`.execute(db),
  );
  const url = await test.app.http.listen({ port: 0, host: '127.0.0.1' });
  const chief = await test.staff('duty-chief', 'street');
  const admin = await test.staff('system-admin', 'street');
  return { test, chief, admin, worker: await test.staff('unit-handler', 'street', 'greening'), url };
}
async function introduce(to: Street, other: Street, name: string): Promise<string> {
  const { siteCode, publicKey } = await other.admin.call(getOwnPartnerCard, {});
  const saved = await to.admin.call(savePartner, { name, siteCode, publicKey, baseUrl: other.url });
  return saved.partnerId;
}
async function exchange(): Promise<void> {
  for (let round = 0; round < 3; round++) for (const street of [east, west]) await street.test.settle();
}

beforeAll(async () => {
  east = await openStreet('east-street');
  west = await openStreet('west-street');
  partnerId = await introduce(east, west, '西街道');
  await introduce(west, east, '东街道');
}, 60_000);
afterAll(async () => {
  await east.test.close();
  await west.test.close();
});

const weeds = (form: Record<string, string | number> = { borderSection: 'river-3' }) => ({
  typeCode: 'loc-71',
  words: '河面上全是水葫芦',
  form,
  place: { ...east.test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
  photos: [],
});
const clear = async (street: Street, caseId: string) => {
  await street.worker.call(takeCase, { caseId });
  const photos = [await street.worker.photo(1)];
  await street.worker.call(handleCase, { caseId, result: 'solved', words: '已打捞', photos });
  const checker = await street.test.staff('checker', 'street');
  await checker.call(checkCase, { caseId, pass: true, photos: [] });
};

describe('cross-boundary', () => {
  it('clears a river from both banks under one number', async () => {
    const resident = await east.test.resident();
    const { caseId, holder } = await resident.call(reportCase, weeds());
    expect(holder).toBe('绿化市容所');
    const { number } = await east.chief.call(shareCase, {
      caseId,
      partnerId,
      summary: '界河第3段水葫芦聚集',
      ourPart: '东岸打捞',
      theirPart: '西岸打捞',
    });
    await exchange();
    const [there] = (await west.chief.call(listSharedCases, {})).cases;
    expect(there).toMatchObject({ number, ourPart: '西岸打捞', section: { zh: '界河第3段' } });
    await clear(east, caseId);
    await clear(west, there?.caseId ?? '');
    await exchange();
    for (const [street, id] of [
      [east, caseId],
      [west, there?.caseId ?? ''],
    ] as const) {
      const { shares } = await street.chief.call(getSharedCase, { caseId: id });
      expect(shares).toMatchObject([{ number, ours: { state: 'closed' }, theirs: { state: 'closed', onTime: true } }]);
    }
    expect(await resident.call(getCase, { caseId })).toMatchObject({ state: 'closed' });
  });

  it('needs the section of the river, one that both sides know', async () => {
    const resident = await east.test.resident();
    const bare = await resident.ask(reportCase, weeds({}));
    expect(bare).toMatchObject({ status: 400, error: { fields: [{ path: 'form.borderSection', code: 'required' }] } });
    const strange = await resident.ask(reportCase, weeds({ borderSection: 'river-99' }));
    expect(strange).toMatchObject({ error: { fields: [{ path: 'form.borderSection', code: 'not-an-option' }] } });
  });

  it('keeps a plate that somebody saw on this side', async () => {
    const resident = await east.test.resident();
    const form = { borderSection: 'road-2', plate: '沪A12345' };
    const { caseId } = await resident.call(reportCase, { ...weeds(form), typeCode: 'loc-73', words: '有人倒渣土' });
    const input = { caseId, partnerId, summary: '界路第2段有渣土', ourPart: '清运', theirPart: '查监控' };
    const asked = await east.chief.ask(shareCase, { ...input, fields: ['form.plate'] });
    expect(asked).toMatchObject({ status: 400, error: { fields: [{ path: 'fields.0', code: 'not-an-option' }] } });
    const { number } = await east.chief.call(shareCase, input);
    await exchange();
    const there = (await west.chief.call(listSharedCases, {})).cases.find((one) => one.number === number);
    const detail = await west.chief.call(getCase, { caseId: there?.caseId ?? '' });
    expect(detail.form).toEqual({ borderSection: 'road-2' });
  });

  it('reminds who has it four hours before two working days are over', async () => {
    const resident = await east.test.resident();
    const { caseId } = await resident.call(reportCase, weeds());
    east.test.clock.set('2026-03-18T13:31:00+08:00');
    await east.test.settle();
    const { notices } = await east.worker.call(listNotices, {});
    expect(notices.filter((notice) => notice.nounId === caseId).map((notice) => notice.kind)).toContain('case.remind');
  });
});
