import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../seed-demo.ts';
import { afternoon, openSeedBench, type SeedBench } from '../seeded.fixture.ts';
import { seedForms } from './seed-forms.ts';

let bench: SeedBench;

async function count(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  return (await bench.database.asSystem((db) => query.execute(db))).rows[0]?.n ?? 0;
}
const countForms = () => count(sql`select count(*)::int as n from form`);

beforeAll(async () => {
  bench = await openSeedBench();
  await seedDemo(bench.deps);
}, 120_000);
afterAll(() => bench.close());

describe('the forms of the seeded street', () => {
  test('come only when the registers are there, and once', async () => {
    await seedForms(bench.deps);
    expect(await countForms()).toBe(0);
    // As `seedRegisters` leaves it; the people themselves are not needed here.
    await bench.database.asSystem((db) =>
      sql`insert into setting (key, value, changed_at) values ('demo.registers.x', '{}', ${afternoon})`.execute(db),
    );
    await seedForms(bench.deps);
    const forms = await countForms();
    expect(forms).toBeGreaterThanOrEqual(24);
    const asks = await count(sql`select count(*)::int as n from form_ask`);
    await seedForms(bench.deps);
    expect([await countForms(), await count(sql`select count(*)::int as n from form_ask`)]).toEqual([forms, asks]);
  }, 120_000);

  test('stand at every state at the committee people sign in for, and nothing was given with something asked in it', async () => {
    expect(
      await count(sql`select count(distinct r.state)::int as n from form_return r join post p on p.area_id = r.area_id
        join holding h on h.post_id = p.id join account c on c.id = h.account_id
        where c.demo_key = '05-committee-secretary' and p.role = 'committee-secretary'`),
    ).toBe(5);
    expect(
      await count(sql`select count(*)::int as n from form_return r join form_row w on w.return_id = r.id
        where r.state in ('given', 'approved') and w.marks like '%m%'`),
    ).toBe(0);
    expect(
      await count(
        sql`select count(*)::int as n from form_return where given_at > ${afternoon} or approved_at > ${afternoon}`,
      ),
    ).toBe(0);
  });

  test('are asked beside, refused with an article, and cost minutes', async () => {
    expect(
      await count(sql`select count(*)::int as n from form_ask where state = 'refused' and article is not null`),
    ).toBe(4);
    expect(await count(sql`select count(*)::int as n from form_ask where state = 'open'`)).toBe(2);
    expect(await count(sql`select count(distinct week)::int as n from form_burden`)).toBe(10);
    expect(await count(sql`select count(distinct state)::int as n from sharing_need`)).toBe(4);
  });
});
