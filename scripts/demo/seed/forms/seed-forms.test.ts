import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedImports } from '../imports/seed-imports.ts';
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
      await count(sql`select count(*)::int as n from form_return where state <> 'waiting' and missing_count > 0`),
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
    expect(
      await count(
        sql`select count(*)::int as n from sharing_need n join partner p on p.id = n.partner_id and p.name = n.asker`,
      ),
    ).toBe(1);
  });
});

describe('the lists the committee has brought', () => {
  type Run = { kind: string; state: string; all: number; sum: number; bad: number; named: number };

  test('are there once, their sums are those of their rows, and what they added says where it is from', async () => {
    await seedImports(bench.deps);
    await seedImports(bench.deps);
    const { rows } = await bench.database.asSystem((db) =>
      sql<Run>`select kind, state, row_count as all, added + same + changed + bad as sum, bad,
          (select count(distinct n)::int from import_problem p where p.run_id = r.id
            and code not in ('address-kept', 'room-kept', 'field-held', 'lives-elsewhere')) as named
        from import_run r order by uploaded_at`.execute(db),
    );
    expect(rows.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'home done',
      'person done',
      'home cancelled',
      'entity checked',
    ]);
    for (const { all, sum, bad, named } of rows) expect([sum, bad]).toEqual([all, named]);
    expect(await count(sql`select sum(added)::int as n from import_run where kind = 'person' and state = 'done'`)).toBe(
      await count(sql`select count(*)::int as n from subject where noun = 'person'`),
    );
    expect(
      await count(sql`select count(distinct p.params ->> 'value')::int as n from import_problem p
        where code in ('address-unknown', 'address-kept')`),
    ).toBeGreaterThan(5);
    expect(await count(sql`select count(*)::int as n from address_name`)).toBe(2);
    expect(await count(sql`select count(*)::int as n from due where kind = 'import.step'`)).toBe(0);
  });
});
