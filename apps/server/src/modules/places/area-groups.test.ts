import { listAreaGroups, listCases, listIndicators, reportCase, saveAreaGroup } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let admin: Caller;
let duty: Caller;
beforeAll(async () => {
  test = await createTestApp({ now: '2026-03-16T10:00:00+08:00' });
  admin = await test.staff('system-admin', 'street');
  duty = await test.staff('duty-chief', 'street');
});
afterAll(() => test.close());

const report = (caller: Caller, area: 'east1' | 'west1') =>
  caller.call(reportCase, {
    typeCode: '06010',
    words: '门口堆了几袋垃圾',
    place: { ...test.street.area[area].point, crs: 'wgs84' as const, address: '' },
    photos: [],
  });

describe('joint communities', () => {
  it('have one queue and one set of figures over their areas, which keep their own', async () => {
    const { east, west } = test.street.area;
    const group = await admin.call(saveAreaGroup, { name: '康城联合社区', areaIds: [east.id, west.id] });
    expect(group.areas.map((area) => area.id).sort()).toEqual([east.id, west.id].sort());
    const { groups } = await duty.call(listAreaGroups, {});
    expect(groups).toEqual([group]);

    const resident = await test.resident();
    const inEast = await report(resident, 'east1');
    const inWest = await report(resident, 'west1');
    const { cases } = await duty.call(listCases, { areaGroupId: group.id });
    expect(cases.map((row) => row.id).sort()).toEqual([inEast.caseId, inWest.caseId].sort());

    await test.settle();
    await vi.waitFor(async () => {
      const period = { from: '2026-03-01', until: '2026-03-31', areaGroupId: group.id };
      const { rows } = await duty.call(listIndicators, { by: 'area', ...period });
      expect(rows.map((row) => row.name)[0]).toBe('康城联合社区');
      const [whole, ...parts] = rows.map((row) => row.counts.reported ?? 0);
      expect(whole).toBe(2);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(2);
      const byType = await duty.call(listIndicators, { by: 'type', ...period });
      expect(byType.rows.map((row) => row.counts.reported)).toEqual([2]);
    });
  });

  it('end without touching their cases; the name is free again', async () => {
    const { groups } = await admin.call(listAreaGroups, {});
    const [group] = groups;
    if (!group) throw new Error('the group of the test before');
    const areaIds = group.areas.map((area) => area.id);
    await admin.call(saveAreaGroup, { groupId: group.id, name: group.name, areaIds, ended: true });
    expect((await admin.call(listAreaGroups, {})).groups).toEqual([]);
    const again = await admin.ask(saveAreaGroup, { groupId: group.id, name: group.name, areaIds });
    expect(again.status).toBe(404);
    await admin.call(saveAreaGroup, { name: group.name, areaIds });
  });

  it('refuses one area, areas of other levels, a taken name, and who does not edit places', async () => {
    const { east, west, east1, west1 } = test.street.area;
    const ask = (caller: Caller, name: string, areaIds: string[]) => caller.ask(saveAreaGroup, { name, areaIds });
    expect((await ask(admin, '一个', [east.id])).status).toBe(400);
    expect((await ask(admin, '同一个', [east.id, east.id])).status).toBe(400);
    expect((await ask(admin, '微网格', [east1.id, west1.id])).status).toBe(409);
    expect((await ask(admin, '康城联合社区', [east.id, west.id])).status).toBe(409);
    expect((await ask(duty, '越权', [east.id, west.id])).status).toBe(403);
    expect((await ask(admin, '没有的', [east.id, crypto.randomUUID()])).status).toBe(404);
  });

  it('shows figures of the whole only to who may read every part', async () => {
    const [group] = (await admin.call(listAreaGroups, {})).groups;
    const secretary = await test.staff('committee-secretary', 'east');
    const period = { by: 'area' as const, from: '2026-03-01', until: '2026-03-31', areaGroupId: group?.id ?? '' };
    expect((await secretary.ask(listIndicators, period)).status).toBe(404);
  });
});
