import { anonymousActor, type Polygon } from '@linli/domain';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { runDue } from '../../platform/jobs/due-work.ts';
import {
  actorWith,
  admin,
  box,
  buildingNames,
  journalOf,
  nameAt,
  openPlacesStand,
  type PlacesStand,
  point,
  resident,
} from './places.harness.ts';
import { placesDueHandlers } from './take-effect.ts';

let stand: PlacesStand;
beforeEach(async () => {
  stand = await openPlacesStand();
});
afterEach(() => stand.close());

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
describe('redraw-areas', () => {
  it('moves a border and keeps the day before as it was', async () => {
    const { status, body } = await stand.post('redraw-areas', redraw(moved(0.5)));
    expect({ status, body }).toEqual({ status: 200, body: { saved: true, problems: [] } });
    expect(await nameAt(stand, 1.2)).toBe('源竹第1微网格');
    expect(await nameAt(stand, 1.2, '2026-05-31')).toBe('源竹第2微网格');
    expect((await journalOf(stand)).map((row) => row.kind)).toEqual(['area.redrawn', 'area.redrawn']);
    expect(await buildingNames(stand, stand.ids.a)).toEqual(['1号']);
    expect(await buildingNames(stand, stand.ids.b)).toEqual(['2号']);
  });
  it('gives a new name without touching shapes, odd scripts too', async () => {
    const name = '源竹👨‍👩‍👧𠮷 «é»';
    expect((await stand.post('redraw-areas', redraw([{ areaId: stand.ids.a, name }]))).status).toBe(200);
    expect(await nameAt(stand, 0.5)).toBe(name);
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
    expect(await journalOf(stand)).toEqual([]);
    expect(await nameAt(stand, 0.75)).toBe('源竹第1微网格');
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
    expect(await nameAt(stand, 1.2)).toBe('源竹第2微网格');
    expect(await nameAt(stand, 1.2, '2027-01-01')).toBe('明年的格');
    const rowName = async () =>
      (
        await stand.database.asSystem((db) =>
          db.selectFrom('area').select('name').where('id', '=', stand.ids.a).executeTakeFirstOrThrow(),
        )
      ).name;
    expect(await rowName()).toBe('源竹第1微网格');
    stand.setNow('2026-12-31T16:00:00Z'); // midnight of New Year in Shanghai
    expect(await nameAt(stand, 1.2)).toBe('明年的格');
    const clock = { now: stand.now };
    const work = () =>
      runDue({ database: stand.database, clock, log: pino({ level: 'silent' }), handlers: placesDueHandlers });
    expect(await work()).toBe(true);
    expect(await work()).toBe(false);
    expect(await rowName()).toBe('明年的格');
    expect(await buildingNames(stand, stand.ids.a)).toEqual(['1号']);
  });
  it('refuses a day before the newest version at its field', async () => {
    await stand.post('redraw-areas', redraw(moved(0.5)));
    const { status, body } = await stand.post('redraw-areas', redraw(moved(0), { validFrom: '2026-05-31' }));
    expect(status).toBe(400);
    expect(body.error?.fields).toMatchObject([{ path: 'validFrom', code: 'too-small', params: { min: '2026-06-01' } }]);
    expect((await stand.post('redraw-areas', redraw(moved(0)))).status).toBe(200); // the same day again corrects it
    expect(await nameAt(stand, 1.2)).toBe('源竹第2微网格');
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
    expect(await journalOf(stand)).toHaveLength(1);
    const late = await stand.post('redraw-areas', redraw([{ areaId: stand.ids.a, name: '又改', seenVersion: 1 }]));
    expect(late.body.error?.code).toBe('changed-meanwhile');
  });
});
