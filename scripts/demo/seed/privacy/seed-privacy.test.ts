import { dayOf, findGuardianProblem, type GuardianPaper, type GuardianRelation } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedRegisters } from '../registers/seed-registers.ts';
import { seedDemo } from '../seed-demo.ts';
import { afternoon, openSeedBench, type SeedBench } from '../seeded.fixture.ts';
import { seedPrivacy } from './seed-privacy.ts';

interface Pair {
  born: string;
  guardianBorn: string;
  relation: GuardianRelation;
  paper: GuardianPaper;
  since: string;
}

let bench: SeedBench;

const read = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  (await bench.database.asSystem((db) => query.execute(db))).rows;

/** What the ready-made resident reads: their part in it and the name. */
const readable = () =>
  read(sql<{ role: string; born: string; name: string }>`select x.role, s.born::text, s.name from subject_account x
    join subject s on s.id = x.subject_id join account a on a.id = x.account_id where a.demo_key = '01-resident' order by x.role, s.born`);

beforeAll(async () => {
  bench = await openSeedBench();
  await seedDemo(bench.deps);
  // The committees people sign in for come first; the rest of the street is not needed here.
  const stopping = new AbortController();
  const clock = { now: () => bench.deps.clock.now() };
  const database = { ...bench.database };
  let parts = 0;
  database.asSystem = async (work) => {
    const done = await bench.database.asSystem(work);
    parts += typeof done === 'number' && done > 0 ? 1 : 0;
    if (parts > 0) stopping.abort();
    return done;
  };
  await seedRegisters({ ...bench.deps, clock, database, size: 'street', signal: stopping.signal });
  await seedPrivacy(bench.deps);
}, 180_000);
afterAll(() => bench.close());

describe('the ready-made resident', () => {
  test('is guardian of a child and of an old parent, under one name with the account', async () => {
    const rows = await readable();
    const [account] = await read(sql<{ name: string }>`select name from account where demo_key = '01-resident'`);
    expect(rows.filter(({ role }) => role === 'self').map(({ name }) => name)).toEqual([account?.name]);
    const wards = rows.filter(({ role }) => role === 'guardian').map(({ born }) => born);
    expect(wards.some((born) => born < '1970')).toBe(true);
    expect(wards.some((born) => born > '2013')).toBe(true);
  });

  test('waits to be confirmed for somebody by a second keeper, and reads nothing of them yet', async () => {
    const waits = await read(sql<{ by: string; reads: boolean }>`select a.demo_key as by,
        exists (select from subject_account x where x.subject_id = w.ward_id) as reads
      from guardian_wait w join account a on a.id = w.by_id`);
    expect(waits).toEqual([{ by: '05-committee-secretary', reads: false }]);
  });

  test('has become guardian of nobody whom the desk would refuse', async () => {
    const pairs =
      await read(sql<Pair>`select w.born::text, g.born::text as "guardianBorn", l.relation, l.paper, l.since::text
      from (select from_id as guardian_id, to_id as ward_id, role as relation, paper, valid_from as since from subject_link
        where kind = 'guardian' and valid_to is null union all select guardian_id, ward_id, relation, paper, since from guardian_wait) l
      join subject g on g.id = l.guardian_id join subject w on w.id = l.ward_id
      join subject_account x on x.subject_id = g.id and x.role = 'self'`);
    expect(pairs.length).toBeGreaterThanOrEqual(3);
    for (const { born, guardianBorn, ...said } of pairs) {
      const pair = { ward: { born }, guardian: { born: guardianBorn }, today: dayOf(afternoon), ...said };
      expect(findGuardianProblem(pair), JSON.stringify(pair)).toBeNull();
    }
  });

  test('has asked for the child too, once however often it is seeded', async () => {
    const asked = () =>
      read(sql<{ kind: string; asker: string }>`select kind, asker from rights_request order by number`);
    const before = await asked();
    expect(before.filter(({ asker }) => asker === 'guardian')).toEqual([{ kind: 'copy', asker: 'guardian' }]);
    await seedPrivacy(bench.deps);
    expect(await asked()).toEqual(before);
  });
});
