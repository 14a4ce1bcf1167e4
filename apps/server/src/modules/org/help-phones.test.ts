import { findHelpPhones, listUnits, saveUnit } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let admin: Caller;
const phone = '021-5550 0101';

beforeAll(async () => {
  test = await createTestApp({ config: { deskPhone: '021-5550 0001' } });
  admin = await test.staff('system-admin', 'street');
});
afterAll(() => test.close());

const committee = (more: object) =>
  admin.ask(saveUnit, {
    ...{ unitId: test.street.unit.committee.id, name: '东园居委会', kind: 'committee' as const },
    areaIds: [test.street.area.east.id],
    ...more,
  });
const committeeAt = async (areaId: string) =>
  (await test.nobody.call(findHelpPhones, { areaId })).phones.find((p) => p.kind === 'committee');

describe('whom to call', () => {
  it('is answered to anybody for a point or an area: committee, property firm, desk', async () => {
    expect((await committee({ phone })).status).toBe(200);
    const { east1 } = test.street.area;
    const here = await test.nobody.call(findHelpPhones, east1.point);
    expect(here.areas?.at(-1)?.id).toBe(east1.id);
    expect(here.phones).toEqual([
      { kind: 'committee', name: '东园居委会', phone },
      { kind: 'property-firm', name: '安居物业', phone: null },
      { kind: 'street-desk', name: test.street.area.street.name, phone: '021-5550 0001' },
    ]);
    const below = await test.nobody.call(findHelpPhones, { areaId: east1.id });
    expect(below).toEqual(here);
  });

  it('elsewhere is the desk alone, and an unknown area is not found', async () => {
    const west = await test.nobody.call(findHelpPhones, { areaId: test.street.area.west.id });
    expect(west.phones.map((p) => p.kind)).toEqual(['street-desk']);
    const far = await test.nobody.call(findHelpPhones, { lng: 0, lat: 0 });
    expect([far.areas, far.phones.length]).toEqual([null, 1]);
    expect((await test.nobody.call(findHelpPhones, {})).phones[0]?.name).toBe(test.street.area.street.name);
    expect((await test.nobody.ask(findHelpPhones, { areaId: newId() })).status).toBe(404);
  });

  it('keeps a number that is not mentioned, removes it with null, and takes no words for one', async () => {
    await committee({ phone });
    await committee({ name: '东园居民委员会' });
    expect(await committeeAt(test.street.area.east.id)).toMatchObject({ name: '东园居民委员会', phone });
    const { units } = await admin.call(listUnits, { kind: 'committee' });
    expect(units).toMatchObject([{ phone }]);
    expect((await committee({ phone: '请来访' })).status).toBe(400);
    await committee({ phone: null });
    expect(await committeeAt(test.street.area.east.id)).toMatchObject({ phone: null });
  });

  it('does not name a unit that is no longer active', async () => {
    await committee({ phone, active: false });
    expect(await committeeAt(test.street.area.east.id)).toBeUndefined();
  });
});
