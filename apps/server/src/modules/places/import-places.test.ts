import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import {
  actorWith,
  admin,
  box,
  journalOf,
  openPlacesStand,
  type PlacesStand,
  point,
  resident,
} from './places.harness.ts';

let stand: PlacesStand;
beforeEach(async () => {
  stand = await openPlacesStand();
});
afterEach(() => stand.close());

interface Result {
  dryRun: boolean;
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  problems: { line: number; code: string; message: string; params: Record<string, unknown> }[];
  coverage: { kind: string }[];
}
const counts = ({ read, added, changed, unchanged, problems }: Result) => [
  read,
  added,
  changed,
  unchanged,
  problems.length,
];
const day = { validFrom: '2026-06-01' };
const codesOf = async (actor = admin) => {
  const { body } = await stand.get<{ areas: { code: string; level: number; path: string }[] }>(
    'get-area-tree',
    {},
    actor,
  );
  return body.areas;
};

describe('import-place-list', () => {
  const header = 'code,name,parent_code,level,kind,population';
  const baltimore = [
    header,
    'BAL,Baltimore,,1,city,',
    'BAL-1,District 1,BAL,2,council-district,41000',
    'BAL-10,District 10,BAL,2,council-district,42000',
    'n-lake-walker,"Lake Walker, N",BAL-1,3,neighbourhood,',
    'n-odd,Ŵalbröok 𠮷 🏘,BAL-10,3,neighbourhood,120',
  ].join('\n');
  const send = (csv: string, dryRun = false, actor = admin, language = 'zh-CN') =>
    stand.post<Result>('import-place-list', { csv, dryRun, ...day }, actor, language);

  it('adds a second site by names, in the order of the list; a second run changes nothing', async () => {
    const dry = await send(baltimore, true);
    expect(counts(dry.body)).toEqual([5, 5, 0, 0, 0]);
    expect(stand.cache.get().sites()).toHaveLength(2);
    expect(counts((await send(baltimore)).body)).toEqual([5, 5, 0, 0, 0]);
    expect(counts((await send(baltimore)).body)).toEqual([5, 0, 0, 5, 0]);
    expect(await journalOf(stand)).toHaveLength(5);
    const areas = await codesOf(actorWith('system-admin', 'BAL'));
    expect(areas.map((area) => area.code)).toEqual(['BAL', 'BAL-1', 'BAL-10', 'n-lake-walker', 'n-odd']);
    expect(areas.every((area) => area.path.split('.').length === area.level)).toBe(true);
    expect(
      stand.cache
        .get()
        .sites()
        .map((site) => site.name),
    ).toEqual(['潍坊新村街道', '别处', 'Baltimore']);
  });
  it('changes names and numbers that differ', async () => {
    await send(baltimore);
    const { body } = await send(baltimore.replace('District 10', '第十区').replace('41000', '41001'));
    expect(counts(body)).toEqual([5, 0, 2, 3, 0]);
    expect((await codesOf(actorWith('system-admin', 'BAL'))).find((area) => area.code === 'BAL-10')).toMatchObject({
      name: '第十区',
    });
  });
  it('names every bad row by line, in the reader’s language, and takes the sound ones', async () => {
    const csv = [
      header,
      'BAL,Baltimore,,1,city,',
      ',no code,BAL,2,,',
      'X1,,BAL,2,,',
      'X2,too deep,BAL,4,,',
      'X3,nobody’s,NOWHERE,2,,',
      'X4,population,BAL,2,,many',
      'X5,level,BAL,9,,',
      'X6,cells,BAL,2',
      'X7,fine,BAL,2,,5',
      'X7,twice,BAL,2,,5',
      'X8,below a bad one,X2,5,,',
      `X9,${'长'.repeat(61)},BAL,2,,`,
    ].join('\n');
    const { body } = await send(csv, true, admin, 'en');
    expect(body.problems.map((problem) => [problem.line, problem.code])).toEqual([
      [3, 'code-missing'],
      [4, 'name-missing'],
      [5, 'level-wrong'],
      [6, 'parent-unknown'],
      [7, 'population-bad'],
      [8, 'level-bad'],
      [9, 'cells-wrong'],
      [11, 'code-duplicate'],
      [12, 'parent-refused'],
      [13, 'name-too-long'],
    ]);
    expect(body.problems[3]?.message).toBe('The parent “NOWHERE” is neither in the file nor known');
    expect((await send(csv)).body.problems[3]?.message).toContain('上级“NOWHERE”');
    expect((await codesOf(actorWith('system-admin', 'BAL'))).map((area) => area.code)).toEqual(['BAL', 'X7']);
  });
  it('reads files that are none without falling over', async () => {
    for (const csv of ['', 'a;b;c', '"never closed', '\u{FEFF}code,name,level\n']) {
      const { status, body } = await send(csv);
      expect(status).toBe(200);
      expect(body.added).toBe(0);
    }
    const { body } = await stand.post('import-place-list', { csv: 'code', dryRun: true, validFrom: '0000-01-01' });
    expect(body.error?.fields?.[0]?.path).toBe('validFrom');
  });
  it('keeps to the actor’s own area, and to sites that nobody keeps', async () => {
    const row = `${header}\nNEW,新格,OTHER,2,,`;
    const grid = actorWith('system-admin', '310115005.310115005_2d_G01');
    expect((await send(row, false, grid)).body.problems[0]?.code).toBe('not-your-area');
    expect((await send(`${header}\nS9,新街道,,1,,`, false, grid)).body.problems[0]?.code).toBe('not-your-area');
    await stand.database.asSystem((db) =>
      db
        .insertInto('post')
        .values({
          id: newId(),
          role: 'system-admin',
          area_id: stand.ids.other,
          path: 'OTHER',
          unit_id: null,
          active: true,
        })
        .execute(),
    );
    expect((await send(row)).body.problems[0]?.code).toBe('not-your-area');
    expect((await send(row, false, actorWith('system-admin', 'OTHER'))).body.added).toBe(1);
    expect((await send(row)).body.unchanged).toBe(1);
    expect((await send(row, true, resident)).body).toMatchObject({ error: { code: 'not-allowed' } });
  });
  it('never takes a retired code, nor moves an area', async () => {
    await stand.post('merge-areas', { areaIds: [stand.ids.a, stand.ids.b], name: '合', reason: '合', ...day });
    const csv = `${header}\n310115005001001,回来,310115005001,4,,\n310115005001003,搬走,310115005-G01,3,,`;
    const { body } = await send(csv);
    expect(body.problems.map((problem) => problem.code).sort()).toEqual(['code-retired', 'level-wrong']);
  });
});

describe('import-divisions', () => {
  const csv = [
    'code12,name,kind,street_code9,street,district_code6,district',
    '310101002001,云南中路居委会,居委会,310101002,南京东路街道,310101,黄浦区',
    '310101002002,龙泉园路居委会,居委会,310101002,南京东路街道,310101,黄浦区',
    '3.10101E+11,坏行,居委会,310101002,南京东路街道,310101,黄浦区',
  ].join('\n');
  const send = (text: string, dryRun = false) => stand.post<Result>('import-divisions', { csv: text, dryRun, ...day });

  it('makes a site of the street named by its committees; twice is once', async () => {
    const { body } = await send(csv, true);
    expect(counts(body)).toEqual([3, 3, 0, 0, 1]);
    expect(body.problems[0]).toMatchObject({ line: 4, code: 'code-spoilt' });
    expect((await send(csv)).body.added).toBe(3);
    expect(counts((await send(csv)).body)).toEqual([3, 0, 0, 3, 1]);
    const actor = actorWith('system-admin', '310101002');
    expect((await codesOf(actor)).map((area) => [area.code, area.level])).toEqual([
      ['310101002', 1],
      ['310101002001', 2],
      ['310101002002', 2],
    ]);
    const { body: tree } = await stand.get<{ levels: { label: string }[] }>('get-area-tree', {}, actor);
    expect(tree.levels[1]?.label).toBe('居民区');
  });
  it('finds a committee under its grid, and asks for the grid of a new one', async () => {
    const text =
      'code12,name\n310115005001,源竹居民区\n310115005002,新来的居委会\n310115005,潍坊新村街道\n310115,浦东新区';
    const { body } = await send(text);
    expect(body).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(body.problems.map((problem) => [problem.line, problem.code])).toEqual([
      [3, 'grid-needed'],
      [5, 'level-not-kept'],
    ]);
  });
});

describe('import-areas', () => {
  const feature = (properties: object, geometry: unknown) => ({ type: 'Feature', properties, geometry });
  const send = (features: unknown[], more: object = {}) =>
    stand.post<Result>('import-areas', {
      geojson: JSON.stringify({ type: 'FeatureCollection', features }),
      level: 4,
      dryRun: false,
      ...day,
      ...more,
    });
  const north = feature({ name: '北格' }, box(0, 1, 3, 1));

  it('adds shapes with codes of its own, twice is once, and tells gaps and overlaps', async () => {
    const area = feature({ code: '310115005002', name: '北居民区', parent: '310115005-G01' }, box(0, 1, 3, 1));
    const first = await send([area], { level: 3 });
    expect(counts(first.body)).toEqual([1, 1, 0, 0, 0]);
    expect(first.body.coverage.map((problem) => problem.kind)).toEqual(['outside']);
    const dry = await send([feature({ name: '北格' }, box(0, 1, 1, 1))], { dryRun: true });
    expect(dry.body.coverage.map((problem) => problem.kind)).toEqual(['gap']);
    expect(counts((await send([north])).body)).toEqual([1, 1, 0, 0, 0]);
    expect(counts((await send([north])).body)).toEqual([1, 0, 0, 1, 0]);
    expect((await codesOf()).at(-1)?.code).toBe('310115005002001');
    const { body } = await stand.get<{ areas: { name: string }[] }>('locate-point', point(1, 1.5));
    expect(body.areas.at(-1)?.name).toBe('北格');
  });
  it('changes a shape from the day on and converts other systems', async () => {
    const c = feature({ code: '310115005001003', name: '源竹第3微网格', parent_code: '310115005001' }, box(2, 0, 0.5));
    const { body } = await send([c]);
    expect(counts(body)).toEqual([1, 0, 1, 0, 0]);
    expect(body.coverage.map((problem) => problem.kind)).toEqual(['gap']);
    expect((await send([c], { crs: 'gcj02' })).body.changed).toBe(1);
    expect((await send([c], { validFrom: '2026-05-01', crs: 'bd09' })).body.problems[0]?.code).toBe('date-before');
  });
  it('names bad features by their place', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [121.5, 31.2],
        [121.6, 31.2],
      ],
    };
    const { body } = await send(
      [north, feature({ name: '' }, box(0, 1)), feature({ name: '线' }, line), feature({ name: '远' }, box(-500, 0))],
      { dryRun: true },
    );
    expect(body.problems.map((problem) => [problem.line, problem.code])).toEqual([
      [1, 'parent-missing'],
      [2, 'name-missing'],
      [3, 'geometry-not-area'],
      [4, 'parent-missing'],
    ]);
    const broken = await stand.post<Result>('import-areas', { geojson: '{', level: 4, dryRun: true, ...day });
    expect(broken.body).toMatchObject({ read: 0, problems: [{ line: 0, code: 'file-not-json' }] });
  });
  it('takes a site whose row names its district', async () => {
    const site = feature({ code: '310115007', name: '新街道', parent_code: '310115' }, box(10, 10));
    const { body } = await send([site], { level: 1 });
    expect(counts(body)).toEqual([1, 1, 0, 0, 0]);
    expect(stand.cache.get().sites().at(-1)).toMatchObject({ name: '新街道', path: '310115007' });
  });
});
