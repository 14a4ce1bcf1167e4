import { listSubjects } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHome, inventNumber, settle } from '../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

/** Who reads masked names (李**) must not read them out by asking for 李, 李兰, 李兰英 in turn. */
let test: TestApp;
let keeper: Caller;
let reader: Caller;
let home: { buildingId: string; homeId: string };
const phone = '13912340001';

beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.staff('grid-worker', 'east1');
  reader = await test.staff('part-time-grid-worker', 'east1');
  home = await buildHome(test, keeper, 'east1');
  await settle(keeper, home.homeId, { name: '李兰英', born: '1940-02-29', serial: 122, phone });
  await settle(keeper, home.homeId, { name: '欧阳春晓', born: '1950-02-20', serial: 123 });
  await settle(keeper, home.homeId, { name: 'Maria Silva', born: '1960-02-20', serial: 125 });
}, 60_000);
afterAll(() => test.close());

const find = async (
  caller: Caller,
  words: string,
  more: object = {},
  noun: 'person' | 'household' | 'home' = 'person',
) => (await caller.call(listSubjects, { noun, words, ...more })).subjects.map(({ name }) => name);
const ways = () =>
  [
    ['everywhere', {}],
    ['in the street', { areaId: test.street.area.street.id }],
    ['in an area', { areaId: test.street.area.east.id }],
    ['in a building', { buildingId: home.buildingId }],
    ['in a home', { homeId: home.homeId }],
  ] as const;

describe('a search by name', () => {
  it('finds who reads names in full by how they begin, and in little by any part', async () => {
    for (const [, more] of ways()) expect(await find(keeper, '李兰', more)).toEqual(['李兰英']);
    expect(await find(keeper, '兰英', { buildingId: home.buildingId })).toEqual(['李兰英']);
    expect(await find(keeper, '兰英', { areaId: test.street.area.street.id })).toEqual([]);
    expect(await find(keeper, 'silva', { homeId: home.homeId })).toEqual(['Maria Silva']);
  });

  it('finds for who reads masked names by what the mask shows and by the whole name, never by more or within', async () => {
    for (const [where, more] of ways()) {
      const found = async (words: string) => [where, words, await find(reader, words, more)];
      expect(await found('李')).toEqual([where, '李', ['李**']]);
      expect(await found('欧')).toEqual([where, '欧', ['欧阳**']]);
      expect(await found('欧阳')).toEqual([where, '欧阳', ['欧阳**']]);
      expect(await found('M')).toEqual([where, 'M', ['M**** S****']]);
      for (const whole of ['李兰英', '欧阳春晓'])
        expect((await find(reader, whole, more)).map((name) => name.length)).toEqual([whole.length]);
      for (const words of ['李兰', '兰', '英', '欧阳春', '春晓', 'Ma', 'Silva', 'S'])
        expect(await found(words)).toEqual([where, words, []]);
    }
    expect(await find(reader, '李兰', {}, 'household')).toEqual([]);
    expect(await find(reader, '李', {}, 'household')).toEqual(['李**']);
    // Homes have no names of people.
    expect(await find(reader, '崂山路1', {}, 'home')).toHaveLength(1);
  });

  it('finds by a number only who may have the number shown', async () => {
    for (const words of [phone, inventNumber('1940-02-29', 122)]) {
      expect(await find(keeper, words)).toEqual(['李兰英']);
      for (const [, more] of ways()) expect(await find(reader, words, more)).toEqual([]);
    }
    for (const part of [phone.slice(-4), phone.slice(0, 10), inventNumber('1940-02-29', 122).slice(0, 17)])
      expect(await find(keeper, part)).toEqual([]);
  });
});
