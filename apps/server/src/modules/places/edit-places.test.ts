import { anonymousActor, type Polygon } from '@linli/domain';
import { sql } from 'kysely';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { runOneDue } from '../../platform/jobs/due-work.ts';
import { actorWith, admin, box, openPlacesStand, type PlacesStand, point, resident } from './places.harness.ts';
import { placesDueHandlers } from './take-effect.ts';

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
const redraw = (changes: object[], more: object = {}) => ({
  parentId: stand.ids.area,
  validFrom: '2026-06-01',
  reason: '调整边界',
  changes,
  ...more,
});
/** The border between a and b moved east by so many steps. */
const moved = (by: number) => [
  { areaId: stand.ids.a, geometry: box(0, 0, 1 + by) },
  { areaId: stand.ids.b, geometry: box(1 + by, 0, 1 - by) },
];
const located = async (x: number, day?: string) => {
  const { body } = await stand.get<{ areas: { name: string }[] | null }>('locate-point', {
    ...point(x, 0.5),
    ...(day ? { day } : {}),
  });
  return body.areas?.at(-1)?.name;
};
const journal = async () => {
  const { rows } = await stand.database.asSystem((db) =>
    sql<{
      kind: string;
      noun_id: string;
      data: Record<string, unknown>;
    }>`select kind, noun_id, data from journal order by seq`.execute(db),
  );
  return rows;
};
const buildingNames = async (areaId: string) => {
  const { rows } = await stand.database.asSystem((db) =>
    sql<{
      name: string;
    }>`select name from building join area on area.id = building.area_id and area.path = building.path
      where area.id = ${areaId} order by name`.execute(db),
  );
  return rows.map((row) => row.name);
};

describe('redraw-areas', () => {
  it('moves a border and keeps the day before as it was', async () => {
    const { status, body } = await stand.post('redraw-areas', redraw(moved(0.5)));
    expect({ status, body }).toEqual({ status: 200, body: { saved: true, problems: [] } });
    expect(await located(1.2)).toBe('源竹第1微网格');
    expect(await located(1.2, '2026-05-31')).toBe('源竹第2微网格');
    expect((await journal()).map((row) => row.kind)).toEqual(['area.redrawn', 'area.redrawn']);
    expect(await buildingNames(stand.ids.a)).toEqual(['1号']);
    expect(await buildingNames(stand.ids.b)).toEqual(['2号']);
  });
  it('gives a new name without touching shapes, odd scripts too', async () => {
    const name = '源竹👨‍👩‍👧𠮷 «é»';
    expect((await stand.post('redraw-areas', redraw([{ areaId: stand.ids.a, name }]))).status).toBe(200);
    expect(await located(0.5)).toBe(name);
    const { body } = await stand.get<{ area: { name: string }; versions: { name: string; validTo: string | null }[] }>(
      'get-area',
      { areaId: stand.ids.a },
      admin,
    );
    expect(body.versions).toMatchObject([
      { name: '源竹第1微网格', validTo: '2026-06-01' },
      { name, validTo: null },
    ]);
  });
  it('refuses a gap and an overlap by count, and a dry run names them', async () => {
    const half = [{ areaId: stand.ids.a, geometry: box(0, 0, 0.5) }];
    const gap = await stand.post('redraw-areas', redraw(half));
    expect(gap.status).toBe(409);
    expect(gap.body.error).toMatchObject({ code: 'areas-problem', params: { count: 1 } });
    const dry = await stand.post<{ saved: boolean; problems: { kind: string; areaM2: number }[] }>(
      'redraw-areas',
      redraw(half, { dryRun: true }),
    );
    expect(dry.body).toMatchObject({ saved: false, problems: [{ kind: 'gap' }] });
    expect(dry.body.problems[0]?.areaM2).toBeGreaterThan(20_000);
    const wide = [{ areaId: stand.ids.a, geometry: box(0, 0, 1.5) }];
    const over = await stand.post<{ problems: { kind: string; areas: { name: string }[] }[] }>(
      'redraw-areas',
      redraw(wide, { dryRun: true }),
    );
    expect(over.body.problems).toMatchObject([{ kind: 'overlap', areas: [{}, {}] }]);
    const beyond = [{ areaId: stand.ids.a, geometry: box(-1, 0, 2) }];
    const out = await stand.post<{ problems: { kind: string }[] }>('redraw-areas', redraw(beyond, { dryRun: true }));
    expect(out.body.problems.map((problem) => problem.kind)).toEqual(['outside']);
    expect(await journal()).toEqual([]);
    expect(await located(0.75)).toBe('源竹第1微网格');
  });
  it('refuses rings that cross themselves, and numbers that are no degrees', async () => {
    const [w, e] = [point(0, 0), point(1, 1)];
    const bow: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [w.lng, w.lat],
          [e.lng, e.lat],
          [e.lng, w.lat],
          [w.lng, e.lat],
          [w.lng, w.lat],
        ],
      ],
    };
    const far: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [1e300, 0],
          [1e300, 1],
          [0, 1],
          [1e300, 0],
        ],
      ],
    };
    for (const geometry of [bow, far]) {
      const { status, body } = await stand.post('redraw-areas', redraw([{ areaId: stand.ids.a, geometry }]));
      expect(status).toBe(409);
      expect(body.error?.code).toBe('areas-problem');
    }
  });
  it('lets an old fault stand and a repair make it smaller, but not larger', async () => {
    const parentId = stand.ids.site; // the grid covers only the southern half of the site
    const to = (height: number) => redraw([{ areaId: stand.ids.grid, geometry: box(0, 0, 3, height) }], { parentId });
    expect((await stand.post('redraw-areas', to(1.5))).status).toBe(200);
    expect((await stand.post('redraw-areas', to(1.2))).body.error?.code).toBe('areas-problem');
  });
  it('tells what a new outline leaves below it, and saves', async () => {
    const change = [{ areaId: stand.ids.grid, geometry: box(0, 0, 3, 2) }];
    const { body } = await stand.post<{ saved: boolean; problems: { kind: string }[] }>(
      'redraw-areas',
      redraw(change, { parentId: stand.ids.site }),
    );
    expect(body).toMatchObject({ saved: true, problems: [{ kind: 'gap' }] });
  });
  it('takes effect on a day of next year, not before', async () => {
    const input = redraw([...moved(0.5).slice(1), { ...moved(0.5)[0], name: '明年的格' }], { validFrom: '2027-01-01' });
    expect((await stand.post('redraw-areas', input)).status).toBe(200);
    expect(await located(1.2)).toBe('源竹第2微网格');
    expect(await located(1.2, '2027-01-01')).toBe('明年的格');
    const rowName = async () =>
      (
        await stand.database.asSystem((db) =>
          db.selectFrom('area').select('name').where('id', '=', stand.ids.a).executeTakeFirstOrThrow(),
        )
      ).name;
    expect(await rowName()).toBe('源竹第1微网格');
    stand.setNow('2026-12-31T16:00:00Z'); // midnight of New Year in Shanghai
    expect(await located(1.2)).toBe('明年的格');
    const clock = { now: stand.now };
    const work = () =>
      runOneDue({ database: stand.database, clock, log: pino({ level: 'silent' }), handlers: placesDueHandlers });
    expect(await work()).toBe(true);
    expect(await work()).toBe(false);
    expect(await rowName()).toBe('明年的格');
    expect(await buildingNames(stand.ids.a)).toEqual(['1号']);
  });
  it('refuses a day before the newest version at its field', async () => {
    await stand.post('redraw-areas', redraw(moved(0.5)));
    const { status, body } = await stand.post('redraw-areas', redraw(moved(0), { validFrom: '2026-05-31' }));
    expect(status).toBe(400);
    expect(body.error?.fields).toMatchObject([{ path: 'validFrom', code: 'too-small', params: { min: '2026-06-01' } }]);
    expect((await stand.post('redraw-areas', redraw(moved(0)))).status).toBe(200); // the same day again corrects it
    expect(await located(1.2)).toBe('源竹第2微网格');
  });
  it('refuses strangers, residents, other sites and children of others', async () => {
    const input = redraw(moved(0.5));
    expect((await stand.post('redraw-areas', input, anonymousActor)).body.error?.code).toBe('sign-in-needed');
    expect((await stand.post('redraw-areas', input, resident)).body.error?.code).toBe('not-allowed');
    expect((await stand.post('redraw-areas', input, actorWith('system-admin', 'OTHER'))).body.error?.code).toBe(
      'not-allowed',
    );
    expect((await stand.post('redraw-areas', { ...input, parentId: newId() })).body.error?.code).toBe('not-found');
    const foreign = await stand.post('redraw-areas', redraw([{ areaId: stand.ids.other, name: 'x' }]));
    expect(foreign.body.error?.fields).toMatchObject([{ path: 'changes.0.areaId', code: 'not-an-option' }]);
    const nothing = await stand.post('redraw-areas', redraw([{ areaId: stand.ids.a }]));
    expect(nothing.body.error?.fields).toMatchObject([{ path: 'changes.0', code: 'required' }]);
  });
  it('does one request once, and refuses what changed since it was seen', async () => {
    const requestId = newId();
    const input = redraw([{ areaId: stand.ids.a, name: '新名', seenVersion: 1 }], { requestId });
    expect((await stand.post('redraw-areas', input)).body).toEqual((await stand.post('redraw-areas', input)).body);
    expect(await journal()).toHaveLength(1);
    const late = await stand.post('redraw-areas', redraw([{ areaId: stand.ids.a, name: '又改', seenVersion: 1 }]));
    expect(late.body.error?.code).toBe('changed-meanwhile');
  });
});

describe('split-area', () => {
  it('cuts an area in two with fresh codes, from west to east', async () => {
    const { status, body } = await stand.post<Views>('split-area', cutB());
    expect(status).toBe(200);
    expect(body.successors).toMatchObject([
      { name: '西半', code: '310115005001004', population: 75 },
      { name: '东半', code: '310115005001005', population: 25 },
    ]);
    expect([await located(1.2), await located(1.8), await located(1.2, '2026-05-31')]).toEqual([
      '西半',
      '东半',
      '源竹第2微网格',
    ]);
    expect(await buildingNames(body.successors[0]?.id ?? '')).toEqual(['1号']);
    expect(await buildingNames(body.successors[1]?.id ?? '')).toEqual(['2号']);
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
    expect(await journal()).toMatchObject([
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
    expect((await journal())[0]?.data).toMatchObject({ postsLeft: 1 });
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
    expect((await stand.post('split-area', cutB({ validFrom: '2020-01-01' }))).body.error?.fields?.[0]?.path).toBe(
      'validFrom',
    );
  });
  it('lets one of two editors win', async () => {
    const answers = await Promise.all([stand.post('split-area', cutB()), stand.post('split-area', cutB())]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.error?.code).toBe('changed-meanwhile');
    expect(await journal()).toHaveLength(3);
  });
  it('begins on a coming day', async () => {
    const { body } = await stand.post<Views>('split-area', cutB({ validFrom: '2027-03-01' }));
    expect([await located(1.2), await located(1.2, '2027-03-01')]).toEqual(['源竹第2微网格', '西半']);
    expect(await buildingNames(stand.ids.b)).toEqual(['1号', '2号']);
    expect((await stand.post('redraw-areas', redraw([{ areaId: stand.ids.b, name: '晚了' }]))).body.error?.code).toBe(
      'changed-meanwhile',
    );
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
    expect([await located(0.5), await located(1.5), await located(0.5, '2026-05-31')]).toEqual([
      '大格',
      '大格',
      '源竹第1微网格',
    ]);
    expect(await buildingNames(body.successor.id)).toEqual(['1号', '2号']);
    const { body: area } = await stand.get<{ predecessors: unknown[] }>(
      'get-area',
      { areaId: body.successor.id },
      admin,
    );
    expect(area.predecessors).toHaveLength(2);
    expect((await journal()).map((row) => row.kind)).toEqual(['area.merged', 'area.merged', 'area.added']);
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
