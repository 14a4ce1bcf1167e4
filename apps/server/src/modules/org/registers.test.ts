import { findPublicUnits, grantSealed, listMediators, listRooms, saveMediator, saveRoom } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let admin: Caller;
let unitId: string;

beforeAll(async () => {
  test = await createTestApp();
  admin = await test.staff('system-admin', 'street');
  unitId = test.street.unit.committee.id;
}, 60_000);
afterAll(() => test.close());

const journal = async (noun: string, id: string) => {
  const { rows } = await test.app.database.asSystem((db) =>
    sql<{
      kind: string;
      data: object;
    }>`select kind, data from journal where noun = ${noun} and noun_id = ${id} order by seq`.execute(db),
  );
  return rows;
};
const entry = () => ({
  unitId,
  name: '周阿姨',
  kinds: ['neighbour' as const],
  languages: ['subei' as const],
  from: '2026-01-01',
});

describe('the register of mediators', () => {
  it('keeps an entry with its rooms, and writes ids only into the journal', async () => {
    const { roomId } = await admin.call(saveRoom, { unitId, name: '调解室', capacity: 6 });
    const { mediatorId } = await admin.call(saveMediator, { ...entry(), roomIds: [roomId] });
    await admin.call(saveMediator, { ...entry(), mediatorId, active: false });
    const { mediators } = await admin.call(listMediators, {});
    expect(mediators).toMatchObject([
      { id: mediatorId, unitName: '东园居委会', rooms: [], active: false, openCases: 0 },
    ]);
    expect((await admin.call(listMediators, { activeOnly: true })).mediators).toEqual([]);
    expect((await admin.call(listRooms, {})).rooms).toMatchObject([{ id: roomId, capacity: 6 }]);
    expect(await journal('mediator', mediatorId)).toEqual([
      { kind: 'mediator.added', data: { unitId, active: true } },
      { kind: 'mediator.changed', data: { unitId, active: false } },
    ]);
  });

  it('refuses rooms and units that are not there, and a term that ends before it begins', async () => {
    const fields = async (more: object) =>
      (await admin.ask(saveMediator, { ...entry(), ...more })).error?.fields?.map(({ path }) => path);
    expect(await fields({ roomIds: [newId()] })).toEqual(['roomIds']);
    expect(await fields({ unitId: newId() })).toEqual(['unitId']);
    expect(await fields({ until: '2026-01-01' })).toEqual(['until']);
    const strangers = [await test.staff('committee-secretary', 'west'), await test.staff('system-admin', 'west')];
    for (const other of strangers) expect((await other.ask(saveMediator, entry())).status).toBe(403);
    expect((await (await test.resident()).ask(listMediators, {})).status).toBe(403);
  });

  it('is kept by the committee’s secretary, and by a lead for their own unit', async () => {
    const { greening, committee, police, firm } = test.street.unit;
    const secretary = await test.staff('committee-secretary', 'east');
    const lead = await test.staff('unit-lead', 'street', 'greening');
    const { mediatorId } = await secretary.call(saveMediator, entry());
    await secretary.call(saveRoom, { unitId: committee.id, name: '老书记工作室', capacity: 4 });
    const own = await lead.call(saveMediator, { ...entry(), unitId: greening.id, name: '所里的人' });
    expect((await secretary.call(listMediators, {})).keeps).toEqual([committee.id]);
    expect((await lead.call(listRooms, {})).keeps).toEqual([greening.id]);
    expect((await admin.call(listMediators, {})).keeps).toContain(firm.id);
    const status = async (who: Caller, more: object) => (await who.ask(saveMediator, { ...entry(), ...more })).status;
    expect(await status(secretary, { unitId: police.id })).toBe(403);
    expect(await status(lead, { unitId: police.id })).toBe(403);
    // Nobody takes an entry out of a list they do not keep, nor puts one of theirs into it.
    expect(await status(lead, { mediatorId, unitId: greening.id })).toBe(403);
    expect(await status(lead, { mediatorId: own.mediatorId, unitId: committee.id })).toBe(403);
    for (const other of [
      await test.staff('unit-handler', 'street', 'greening'),
      await test.staff('grid-worker', 'east'),
      await test.staff('dispatcher', 'street'),
    ])
      expect(await status(other, { unitId: greening.id })).toBe(403);
    // A firm lets nobody mediate, but for the administrator's own decision.
    const manager = await test.staff('unit-lead', 'street', 'firm');
    expect(await status(manager, { unitId: firm.id })).toBe(403);
    expect(await status(admin, { mediatorId: own.mediatorId, unitId: committee.id })).toBe(200);
  });
});

describe('who is let into sealed matters', () => {
  it('is only a post that handles or dispatches, never one’s own, and it is written down', async () => {
    const clerk = await test.staff('unit-handler', 'street', 'greening');
    const postId = clerk.postId ?? '';
    await admin.call(grantSealed, { postId, sealed: true });
    expect(await journal('post', postId)).toContainEqual({
      kind: 'post.sealed-granted',
      data: { role: 'unit-handler' },
    });
    for (const role of ['audit-admin', 'commander', 'building-leader'] as const) {
      const other = await test.staff(role, 'street');
      const asked = await admin.ask(grantSealed, { postId: other.postId ?? '', sealed: true });
      expect(asked.error?.code, role).toBe('sealed-not-for-role');
    }
    const own = await admin.ask(grantSealed, { postId: admin.postId ?? '', sealed: false });
    expect(own.error?.code).toBe('second-person-needed');
    expect((await clerk.ask(grantSealed, { postId, sealed: false })).status).toBe(403);
  });
});

it('names units to everybody and tells nothing else of them', async () => {
  const { units } = await test.nobody.call(findPublicUnits, {});
  expect(units.length).toBeGreaterThan(3);
  for (const unit of units) expect(Object.keys(unit).sort()).toEqual(['id', 'kind', 'name']);
});
