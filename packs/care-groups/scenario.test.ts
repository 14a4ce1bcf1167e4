import {
  addSubject,
  changeFields,
  getCareFigures,
  listCare,
  listNotices,
  moveIn,
  recordDeath,
  switchPack,
} from '@linli/contract';
import { withCheckDigit } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

let test: TestApp;
let secretary: Caller;
let leader: Caller;
let homeId: string;
let people = 0;

beforeAll(async () => {
  test = await createTestApp();
  secretary = await test.staff('committee-secretary', 'east');
  leader = await test.staff('micro-grid-leader', 'east1');
  const buildingId = newId();
  const { id, path, point } = test.street.area.east1;
  await test.app.database.asSystem((db) =>
    sql`insert into building (id, site_id, area_id, path, name, address, kind, floors, lng, lat)
      values (${buildingId}, ${test.street.siteId}, ${id}, ${path}::ltree, '1号楼', '崂山路1弄2号', 'residential', 6, ${point.lng}, ${point.lat})`.execute(
      db,
    ),
  );
  const home = {
    noun: 'home',
    kind: 'dwelling',
    name: '崂山路1弄2号101室',
    place: { buildingId },
    room: '101',
  } as const;
  ({ subjectId: homeId } = await secretary.call(addSubject, home));
}, 60_000);
afterAll(() => test.close());

async function enter(born: string, fields: { code: string; value: string | boolean }[]): Promise<string> {
  people++;
  const number = withCheckDigit(`310101${born.replaceAll('-', '')}${String(100 + people * 2).padStart(3, '0')}`);
  const { subjectId } = await secretary.call(moveIn, {
    homeId,
    name: `居民${people}`,
    fields: [{ code: 'idNumber', value: number }, ...fields],
    on: '2026-03-10',
  });
  await test.settle();
  return subjectId;
}
const classesOf = async (id: string) => {
  const { people: all } = await secretary.call(listCare, { limit: 200 });
  return all.filter(({ subject }) => subject.id === id).map(({ classCode, gradeCode }) => `${classCode}/${gradeCode}`);
};
const kindsOf = async (caller: Caller) =>
  (await caller.call(listNotices, { limit: 100 })).notices.map(({ kind }) => kind);

describe('groups in special care', () => {
  it('have seven classes in twenty grades, each with both responsible sides', async () => {
    const { classes } = await secretary.call(listCare, {});
    expect(classes).toHaveLength(7);
    expect(classes.flatMap(({ grades }) => grades)).toHaveLength(20);
    expect(classes.every(({ departmentKind, side }) => departmentKind !== '' && side !== undefined)).toBe(true);
  });

  it.each([
    ['1937-01-01', [{ code: 'abilityLevel', value: '3' }], ['elderly/disabled']],
    ['1950-01-01', [{ code: 'orphanElder', value: true }], ['elderly/orphan']],
    ['1937-01-01', [{ code: 'livingArrangement', value: 'alone' }], ['elderly/alone-80']],
    ['1960-01-01', [{ code: 'livingArrangement', value: 'alone' }], ['elderly/alone']],
    ['1937-01-01', [{ code: 'livingArrangement', value: 'empty-nest' }], ['elderly/all-elderly']],
    ['2015-01-01', [{ code: 'childNeed', value: 'unsupported' }], ['children/guardianship']],
    ['2015-01-01', [{ code: 'childNeed', value: 'left-behind' }], ['children/left-behind']],
    ['2015-01-01', [{ code: 'childNeed', value: 'poverty' }], ['children/hardship']],
    ['1980-01-01', [{ code: 'disabilityGrade', value: '2' }], ['disability/severe']],
    [
      '1980-01-01',
      [
        { code: 'disabilityGrade', value: '3' },
        { code: 'disability', value: '6' },
      ],
      ['disability/mind'],
    ],
    ['1980-01-01', [{ code: 'disabilityGrade', value: '4' }], ['disability/light']],
    ['1980-01-01', [{ code: 'allowance', value: 'extremely-poor' }], ['hardship/extremely-poor']],
    ['1980-01-01', [{ code: 'allowance', value: 'minimum' }], ['hardship/minimum']],
    ['1980-01-01', [{ code: 'allowance', value: 'low-income' }], ['hardship/edge']],
    ['1980-01-01', [{ code: 'allowance', value: 'temporary' }], ['hardship/temporary']],
    [
      '1960-01-01',
      [
        { code: 'familyPlanning', value: true },
        { code: 'livingArrangement', value: 'with-family' },
      ],
      ['bereaved/over-60'],
    ],
    ['1975-01-01', [{ code: 'familyPlanning', value: true }], ['bereaved/under-60']],
    ['1980-01-01', [{ code: 'entitledGroup', value: '烈属' }], ['honoured/entitled']],
    [
      '1940-01-01',
      [
        { code: 'veteran', value: true },
        { code: 'livingArrangement', value: 'with-family' },
      ],
      ['honoured/veteran-80'],
    ],
    ['1980-01-01', [{ code: 'careLevel', value: '5' }], ['care-needed/high']],
  ] as const)('born %s with %j belongs to %j', async (born, fields, expected) => {
    expect(await classesOf(await enter(born, [...fields]))).toEqual(expected);
  });

  it('follow the facts, tell both sides without a name, and let go of who died or is no longer in need', async () => {
    const officer = await test.staff('unit-lead', 'street', 'housing');
    const id = await enter('1938-05-01', [
      { code: 'allowance', value: 'minimum' },
      { code: 'livingArrangement', value: 'alone' },
    ]);
    expect(await classesOf(id)).toEqual(['elderly/alone-80', 'hardship/minimum']);
    await secretary.call(changeFields, {
      subjectId: id,
      fields: [
        { code: 'allowance', value: null },
        { code: 'abilityLevel', value: '4' },
      ],
    });
    await test.settle();
    expect(await classesOf(id)).toEqual(['elderly/disabled']);
    expect(await kindsOf(leader)).toEqual(expect.arrayContaining(['care.entered', 'care.regraded', 'care.left']));
    expect((await leader.call(listNotices, { limit: 1 })).notices[0]?.params).not.toHaveProperty('name');
    // Another department hears nothing.
    expect(await kindsOf(officer)).toEqual([]);
    await secretary.call(recordDeath, { subjectId: id, on: '2026-03-15' });
    await test.settle();
    expect(await classesOf(id)).toEqual([]);
  });

  it('end with the pack, and are counted by area', async () => {
    const { total, areas } = await secretary.call(getCareFigures, {});
    const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
    expect(sum(areas.flatMap(({ counts }) => counts))).toBe(sum(total));
    const admin = await test.staff('system-admin', 'street');
    await admin.call(switchPack, { pack: 'care-groups', active: false });
    expect((await secretary.call(listCare, {})).classes).toEqual([]);
  });
});
