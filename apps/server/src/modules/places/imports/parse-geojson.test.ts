import { type Crs, convertPoint, type Position } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { type ParseAreasOptions, parseGeojsonAreas } from './parse-geojson.ts';

const box = (west: number, south: number, side = 0.01): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const geometry = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const feature = (properties: unknown, shape: unknown = geometry(box(121.5, 31.2))) => ({
  type: 'Feature',
  properties,
  geometry: shape,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const named = (file: unknown, options: ParseAreasOptions = {}) =>
  parseGeojsonAreas(file, options).problems.map(({ featureIndex, code }) => `${featureIndex} ${code}`);
const good = { code: 'mg-1', name: '微网格一' };

describe('parseGeojsonAreas', () => {
  it('reads areas from text or object', () => {
    const file = collection(feature(good), feature({ code9: '310101002', name: '街道' }));
    const expected = {
      rows: [
        {
          featureIndex: 0,
          code: 'mg-1',
          name: '微网格一',
          parentCode: null,
          polygon: geometry(box(121.5, 31.2)),
          sourceCrs: 'wgs84',
        },
        { featureIndex: 1, code: '310101002000', parentCode: '310101000000' },
      ],
      problems: [],
    };
    expect(parseGeojsonAreas(file)).toMatchObject(expected);
    expect(parseGeojsonAreas(`\uFEFF${JSON.stringify(file)}`)).toMatchObject(expected);
    expect(parseGeojsonAreas(feature(good)).rows).toHaveLength(1);
  });

  it('knows unit-grid codes with their community, codes written as numbers, and drops heights', () => {
    const ring = box(121.5, 31.2).map(([x, y]) => [x, y, 4.2]);
    const { rows, problems } = parseGeojsonAreas(
      collection(feature({ code: 310101002001001, name: 'A' }, geometry(ring))),
    );
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({
      code: '310101002001001',
      parentCode: '310101002001',
      polygon: geometry(box(121.5, 31.2)),
    });
  });

  it.each<[string, Crs, object, ParseAreasOptions]>([
    ['on the collection', 'gcj02', { crs: 'GCJ-02' }, {}],
    ['by option, against the file', 'bd09', { crs: 'wgs84' }, { crs: 'bd09' }],
    ['by OGC name', 'wgs84', { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } }, {}],
    ['by CGCS2000', 'wgs84', { crs: { type: 'name', properties: { name: 'EPSG:4490' } } }, {}],
  ])('converts coordinates whose system is said %s', (_, crs, head, options) => {
    const [row] = parseGeojsonAreas({ ...collection(feature(good)), ...head }, options).rows;
    const expected = convertPoint({ lng: 121.5, lat: 31.2 }, crs, 'wgs84');
    expect(row?.sourceCrs).toBe(crs);
    expect(row?.polygon.coordinates[0]?.[0]).toEqual([expected.lng, expected.lat]);
  });

  it('lets a feature say its own system', () => {
    const { rows } = parseGeojsonAreas(
      collection(feature({ ...good, crs: 'bd09' }), feature({ ...good, code: 'mg-2' })),
    );
    expect(rows.map((row) => row.sourceCrs)).toEqual(['bd09', 'wgs84']);
  });

  it.each<[string, unknown, string[]]>([
    ['no name', feature({ code: 'a' }), ['0 name-missing']],
    ['a blank name', feature({ code: 'a', name: '  ' }), ['0 name-missing']],
    ['an unreadable name', feature({ code: 'a', name: '\uFFFD\uFFFD' }), ['0 name-unreadable']],
    ['no code', feature({ name: 'A' }), ['0 code-missing']],
    ['no properties', feature(null), ['0 name-missing', '0 code-missing']],
    ['a short code', feature({ name: 'A', code: '31010100' }), ['0 code-bad']],
    ['a spoilt number', feature({ name: 'A', code: '3.1E+14' }), ['0 code-bad']],
    ['a system unknown here', feature({ ...good, crs: 'beijing54' }), ['0 crs-unknown']],
    ['a parent nobody knows', feature({ ...good, parent_code: 'g-9' }), ['0 parent-unknown']],
    ['no geometry', feature(good, null), ['0 geometry-missing']],
    ['a point', feature(good, { type: 'Point', coordinates: [121, 31] }), ['0 geometry-not-area']],
    ['a polygon nested as a line', feature(good, geometry(...box(121.5, 31.2))), ['0 geometry-not-area']],
    ['text for numbers', feature(good, geometry([['121', '31']])), ['0 coordinates-not-numbers']],
    ['latitude first', feature(good, geometry(box(31.2, 121.5))), ['0 coordinates-swapped']],
    ['Paris', feature(good, geometry(box(2.3, 48.8))), ['0 coordinates-outside-china']],
    ['an open ring', feature(good, geometry(box(121.5, 31.2).slice(0, -1))), ['0 ring-not-closed']],
    ['three positions', feature(good, geometry(box(121.5, 31.2).slice(0, 3))), ['0 ring-too-few-points']],
    ['no feature', 7, ['0 name-missing', '0 code-missing', '0 geometry-missing']],
  ])('names %s', (_, bad, expected) => {
    expect(named(collection(bad))).toEqual(expected);
    expect(parseGeojsonAreas(collection(bad)).rows).toEqual([]);
  });

  it.each<[string, Position]>([
    ['shanghai-local', [-3500.2, 1200.5]],
    ['web-mercator', [13_525_000, 3_662_000]],
    ['gauss-kruger', [351_000, 3_457_000]],
    ['gauss-kruger', [40_547_000, 3_457_000]],
    ['gauss-kruger', [3_457_000, 547_000]],
    ['unknown', [99_000_000, 5]],
  ])('recognises metres of %s', (system, [x, y]) => {
    const { problems } = parseGeojsonAreas(collection(feature(good, geometry(box(x, y, 100)))));
    expect(problems).toMatchObject([{ code: 'coordinates-projected', params: { system } }]);
  });

  it('names a knot with its place', () => {
    const knot = [
      [121, 31],
      [121.2, 31.2],
      [121.2, 31],
      [121, 31.2],
      [121, 31],
    ];
    const { problems } = parseGeojsonAreas(collection(feature(good), feature({ ...good, code: 'b' }, geometry(knot))));
    expect(problems).toMatchObject([{ featureIndex: 1, code: 'ring-self-intersection', params: { part: 0, ring: 0 } }]);
    expect(problems[0]?.params.lng).toBeCloseTo(121.1, 9);
  });

  it('names the second of two equal codes, short or long', () => {
    const file = collection(feature({ code: '310101002', name: 'A' }), feature({ code: '310101002000', name: 'B' }));
    expect(parseGeojsonAreas(file)).toMatchObject({
      rows: [{ name: 'A' }],
      problems: [{ featureIndex: 1, code: 'code-duplicate', params: { firstFeatureIndex: 0 } }],
    });
  });

  it('finds parents in the file or among the known', () => {
    const child = feature({ ...good, parent: 'g-1' });
    expect(named(collection(child), { knownCodes: ['g-1'] })).toEqual([]);
    expect(named(collection(child, feature({ code: 'g-1', name: 'G' })))).toEqual([]);
    const ofStreet = feature({ ...good, parent: '310101002' });
    expect(named(collection(ofStreet), { knownCodes: ['310101002000'] })).toEqual([]);
  });

  it('needs no codes where they are optional, but refuses bad ones still', () => {
    const file = collection(feature({ name: 'A' }), feature({ name: 'B' }), feature({ name: 'C', code: '12' }));
    const { rows } = parseGeojsonAreas(file, { codes: 'optional' });
    expect(rows.map((row) => row.code)).toEqual([null, null, '120000000000']);
    expect(named(collection(feature({ name: 'C', code: '1' })), { codes: 'optional' })).toEqual(['0 code-bad']);
  });

  it.each([
    ['{', 'null file-not-json'],
    ['', 'null file-not-json'],
    ['[]', 'null file-not-features'],
    [null, 'null file-not-features'],
    [{ type: 'Topology' }, 'null file-not-features'],
    [{ type: 'FeatureCollection' }, 'null file-not-features'],
  ])('refuses the file %j', (file, expected) => {
    expect(named(file)).toEqual([expected]);
  });
});
