import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import {
  actorWith,
  admin,
  buildingNames,
  journalOf,
  nameAt,
  openPlacesStand,
  type PlacesStand,
  point,
} from './places.harness.ts';

let stand: PlacesStand;
beforeEach(async () => {
  stand = await openPlacesStand();
});
afterEach(() => stand.close());

type Views = { successors: { id: string; code: string; name: string; population: number }[] };
const cutB = (more: object = {}) => ({
  areaId: stand.ids.b,
  line: { type: 'LineString', coordinates: [Object.values(point(1.5, -0.5)), Object.values(point(1.5, 1.5))] },
  validFrom: '2026-06-01',
  names: ['西半', '东半'],
  reason: '住户多了',
  ...more,
});
describe('split-area', () => {
  it('cuts an area in two with fresh codes, from west to east', async () => {
    const { status, body } = await stand.post<Views>('split-area', cutB());
    expect(status).toBe(200);
    expect(body.successors).toMatchObject([
      { name: '西半', code: '310115005001004', population: 75 },
      { name: '东半', code: '310115005001005', population: 25 },
    ]);
    expect([await nameAt(stand, 1.2), await nameAt(stand, 1.8), await nameAt(stand, 1.2, '2026-05-31')]).toEqual([
      '西半',
      '东半',
      '源竹第2微网格',
    ]);
    expect(await buildingNames(stand, body.successors[0]?.id ?? '')).toEqual(['1号']);
    expect(await buildingNames(stand, body.successors[1]?.id ?? '')).toEqual(['2号']);
    expect(
      (await stand.get<{ problems: unknown[] }>('check-areas', { parentId: stand.ids.area }, admin)).body.problems,
    ).toEqual([]);
    const old = await stand.get<{ successors: { name: string }[]; geometry: unknown }>(
      'get-area',
      { areaId: stand.ids.b },
      admin,
    );
    expect(old.body.successors.map((area) => area.name)).toEqual(['西半', '东半']);
    expect(old.body.geometry).not.toBeNull();
    const tree = await stand.get<{ areas: { code: string }[] }>('get-area-tree', {});
    expect(tree.body.areas.map((area) => area.code)).not.toContain('310115005001002');
    expect(await journalOf(stand)).toMatchObject([
      { kind: 'area.split', noun_id: stand.ids.b, data: { postsLeft: 0, validFrom: '2026-06-01' } },
      { kind: 'area.added' },
      { kind: 'area.added' },
    ]);
  });
  it('never gives a code again', async () => {
    const first = await stand.post<Views>('split-area', cutB());
    const areaIds = first.body.successors.map((area) => area.id);
    const again = { areaIds, name: '又合', validFrom: '2026-06-02', reason: '改回' };
    const { body } = await stand.post<{ successor: { code: string; population: number } }>('merge-areas', again);
    expect(body.successor).toMatchObject({ code: '310115005001006', population: 100 });
  });
  it('says in the journal how many posts stay behind', async () => {
    await stand.database.asSystem((db) =>
      sql`insert into post (id, role, area_id, path) select ${newId()}, 'micro-grid-leader', id, path from area where id = ${stand.ids.b}`.execute(
        db,
      ),
    );
    await stand.post('split-area', cutB());
    expect((await journalOf(stand))[0]?.data).toMatchObject({ postsLeft: 1 });
  });
  it('refuses a line that misses, an upper area and a site', async () => {
    const line = { type: 'LineString', coordinates: [Object.values(point(5, 5)), Object.values(point(6, 6))] };
    expect((await stand.post('split-area', cutB({ line }))).body.error?.code).toBe('split-line-misses');
    const wild = {
      type: 'LineString',
      coordinates: [
        [1e300, -1e300],
        [0, 1e300],
      ],
    };
    expect((await stand.post('split-area', cutB({ line: wild }))).body.error?.code).toBe('split-line-misses');
    for (const areaId of [stand.ids.area, stand.ids.other]) {
      const actor = areaId === stand.ids.other ? actorWith('system-admin', 'OTHER') : admin;
      const { body } = await stand.post('split-area', cutB({ areaId }), actor);
      expect(body.error?.fields).toMatchObject([{ path: 'areaId', code: 'invalid' }]);
    }
    // An area is in force for a day at least: the refusal says from which day on.
    expect((await stand.post('split-area', cutB({ validFrom: '2020-01-01' }))).body.error?.fields).toMatchObject([
      { path: 'validFrom', code: 'too-small', params: { min: '2020-01-02' } },
    ]);
  });
  it('lets one of two editors win', async () => {
    const answers = await Promise.all([stand.post('split-area', cutB()), stand.post('split-area', cutB())]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.error?.code).toBe('changed-meanwhile');
    expect(await journalOf(stand)).toHaveLength(3);
  });
  it('begins on a coming day', async () => {
    const { body } = await stand.post<Views>('split-area', cutB({ validFrom: '2027-03-01' }));
    expect([await nameAt(stand, 1.2), await nameAt(stand, 1.2, '2027-03-01')]).toEqual(['源竹第2微网格', '西半']);
    expect(await buildingNames(stand, stand.ids.b)).toEqual(['1号', '2号']);
    expect(
      (
        await stand.post('redraw-areas', {
          parentId: stand.ids.area,
          validFrom: '2026-06-01',
          reason: '晚',
          changes: [{ areaId: stand.ids.b, name: '晚了' }],
        })
      ).body.error?.code,
    ).toBe('changed-meanwhile');
    expect(body.successors).toHaveLength(2);
  });
});

describe('merge-areas', () => {
  const merge = (ids: string[], more: object = {}) => ({
    areaIds: ids,
    name: '大格',
    validFrom: '2026-06-01',
    reason: '人少',
    ...more,
  });
  it('joins neighbours; the past day stays', async () => {
    const { status, body } = await stand.post<{ successor: { id: string; code: string } }>(
      'merge-areas',
      merge([stand.ids.a, stand.ids.b]),
    );
    expect(status).toBe(200);
    expect([await nameAt(stand, 0.5), await nameAt(stand, 1.5), await nameAt(stand, 0.5, '2026-05-31')]).toEqual([
      '大格',
      '大格',
      '源竹第1微网格',
    ]);
    expect(await buildingNames(stand, body.successor.id)).toEqual(['1号', '2号']);
    const { body: area } = await stand.get<{ predecessors: unknown[] }>(
      'get-area',
      { areaId: body.successor.id },
      admin,
    );
    expect(area.predecessors).toHaveLength(2);
    expect((await journalOf(stand)).map((row) => row.kind)).toEqual(['area.merged', 'area.merged', 'area.added']);
  });
  it('refuses areas that do not touch, doubles, mixed parents and retired ones', async () => {
    expect((await stand.post('merge-areas', merge([stand.ids.a, stand.ids.c]))).body.error?.code).toBe(
      'areas-not-adjacent',
    );
    expect((await stand.post('merge-areas', merge([stand.ids.a, stand.ids.a]))).status).toBe(400);
    expect((await stand.post('merge-areas', merge([stand.ids.a, stand.ids.area]))).status).toBe(400);
    await stand.post('merge-areas', merge([stand.ids.a, stand.ids.b]));
    expect((await stand.post('merge-areas', merge([stand.ids.b, stand.ids.c]))).body.error?.code).toBe(
      'changed-meanwhile',
    );
    expect((await stand.post('merge-areas', merge([stand.ids.a, newId()]))).body.error?.code).toBe('not-found');
  });
});
