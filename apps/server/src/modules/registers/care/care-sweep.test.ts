import { addSubject, listCare, listNotices, switchPack } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../test/test-app.ts';
import { loadCareRules, sweepCare } from '../index.ts';

let test: TestApp;
let secretary: Caller;
let personId: string;

beforeAll(async () => {
  test = await createTestApp();
  secretary = await test.staff('committee-secretary', 'east');
  const place = { areaId: test.street.area.east1.id };
  // Eighty on the seventeenth of March 2026, a day after the clock.
  const fields = [
    { code: 'born', value: '1946-03-17' },
    { code: 'livingArrangement', value: 'alone' },
  ];
  ({ subjectId: personId } = await secretary.call(addSubject, {
    noun: 'person',
    kind: 'resident',
    name: '吴某',
    place,
    fields,
  }));
}, 60_000);
afterAll(() => test.close());

/** The job until everybody was gone through. */
async function sweep(): Promise<void> {
  for (;;) {
    await test.app.database.asSystem(async (db) => sweepCare(db, await loadCareRules(db), test.clock.now()));
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ n: number }>`select count(*)::int as n from care_sweep where not done`.execute(db),
    );
    if (rows[0]?.n === 0) return;
  }
}
const grades = async () =>
  (await secretary.call(listCare, {})).people
    .filter(({ subject }) => subject.id === personId)
    .map(({ gradeCode }) => gradeCode);
const notices = async () => (await secretary.call(listNotices, {})).notices.map(({ kind }) => kind);

describe('going through everybody', () => {
  it('finds whom a new pack is for, telling nobody one by one, and changes nothing the second time', async () => {
    await sweep();
    expect(await grades()).toEqual(['alone']);
    await test.settle();
    expect(await notices()).toEqual([]);
    const count = () =>
      test.app.database.asSystem(
        async (db) => (await sql<{ n: number }>`select count(*)::int as n from care_holding`.execute(db)).rows,
      );
    const before = await count();
    await sweep();
    expect(await count()).toEqual(before);
  });

  it('regrades on a birthday, and tells', async () => {
    test.clock.forward(24 * 60);
    await sweep();
    await test.settle();
    expect(await grades()).toEqual(['alone-80']);
    expect(await notices()).toContain('care.regraded');
  });

  it('lets everybody go when the pack is switched off', async () => {
    const admin = await test.staff('system-admin', 'street');
    await admin.call(switchPack, { pack: 'care-groups', active: false });
    await sweep();
    expect(await grades()).toEqual([]);
  });
});
