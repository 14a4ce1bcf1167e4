import { type CaseAction, caseStates, foldCase, openStates } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseColumns } from '../../../apps/server/src/modules/cases/case-columns.ts';
import { endedLines } from '../texts/procedure-lines-ended.ts';
import { peopleLines } from '../texts/procedure-lines-people.ts';
import { requestLines } from '../texts/procedure-lines-requests.ts';
import { signingLines } from '../texts/procedure-lines-signing.ts';
import { streetLines } from '../texts/procedure-lines-street.ts';
import { seedDemo } from './seed-demo.ts';
import { afternoon, openSeedBench, type SeedBench } from './seeded.fixture.ts';
import { openInvitationCode } from './store-invitations.ts';

let bench: SeedBench;

/** Rows of a query asked as the product itself. */
async function rows<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return bench.database.asSystem(async (db) => (await query.execute(db)).rows);
}

async function count(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  return (await rows(query))[0]?.n ?? 0;
}

beforeAll(async () => {
  bench = await openSeedBench();
  await seedDemo(bench.deps);
}, 120_000);
afterAll(() => bench.close());

interface StoredCase extends Record<string, unknown> {
  id: string;
  target_unit_kind: string | null;
}

describe('the seeded street', () => {
  test('has its people, units and places, and leaves no case out', async () => {
    expect(bench.deps.warnings).toEqual([]);
    expect(await count(sql`select count(*)::int as n from area where level = 4`)).toBe(267);
    expect(await count(sql`select count(*)::int as n from unit where kind = 'property-firm'`)).toBe(30);
    expect(await count(sql`select count(*)::int as n from account where kind = 'resident'`)).toBe(400);
    expect(await count(sql`select count(*)::int as n from home`)).toBeGreaterThan(20_000);
    expect(await count(sql`select count(*)::int as n from area_version where valid_from < '2025-12-01'`)).toBe(314);
    // Nobody who left his post can sign in.
    expect(
      await count(
        sql`select count(*)::int as n from credential join account on account.id = account_id where not active`,
      ),
    ).toBe(0);
  });

  test('has every state, most cases closed, and the shares of a well-run street', async () => {
    const states = await rows(
      sql<{ state: string; n: number }>`select state, count(*)::int as n from cases group by state`,
    );
    const of = (state: string) => states.find((s) => s.state === state)?.n ?? 0;
    for (const state of caseStates) expect(of(state), state).toBeGreaterThanOrEqual(3);
    const all = states.reduce((sum, s) => sum + s.n, 0);
    expect(all).toBeGreaterThan(2800);
    expect(all).toBeLessThan(3300);
    expect(of('closed') / all).toBeGreaterThan(0.84);
    expect(of('closed') / all).toBeLessThan(0.92);
    const share = async (condition: ReturnType<typeof sql>) =>
      (await count(sql`select count(*)::int as n from cases where state = 'closed' and ${condition}`)) / of('closed');
    expect(await share(sql`rework_count > 0`)).toBeGreaterThan(0.025);
    expect(await share(sql`rework_count > 0`)).toBeLessThan(0.07);
    expect(await share(sql`rating is not null`)).toBeGreaterThan(0.5);
    expect(await share(sql`rating is not null`)).toBeLessThan(0.7);
    expect(await share(sql`rating <= 2`)).toBeGreaterThan(0.01);
    expect(await share(sql`round > 1`)).toBeGreaterThan(0.01);
    expect(
      await share(sql`exists (select from case_action a where a.case_id = cases.id and a.kind = 'overdue')`),
    ).toBeLessThan(0.25);
  });

  test('every fold of stored actions gives the stored columns', async () => {
    const cases = await rows(sql<StoredCase>`select *, path::text as path from cases`);
    const actions = await rows(
      sql<
        CaseAction & { id: string; due: object | null }
      >`select case_id as id, kind, at, actor_id as "actorId", actor_unit_id as "actorUnitId", data, due
        from case_action order by case_id, seq`,
    );
    const byCase = new Map<string, CaseAction[]>();
    for (const { id, due, ...action } of actions) {
      const story = byCase.get(id) ?? [];
      byCase.set(id, story);
      story.push((due ? { ...action, due } : action) as CaseAction); // as it was stored
    }
    for (const stored of cases) {
      const story = byCase.get(stored.id) ?? [];
      const expected: Record<string, unknown> = caseColumns(foldCase(story), stored.target_unit_kind);
      if (expected.target_kind === 'pool') delete expected.target_unit_id; // the unit that took it
      expect({ ...expected, seq: story.length }, stored.id).toEqual(pick(stored, [...Object.keys(expected), 'seq']));
      expect(stored.changed_at).toEqual(story.at(-1)?.at);
    }
  });

  test('nobody checked what he had handled, and nobody acted in the future', async () => {
    const own =
      await count(sql`select count(*)::int as n from case_action c join case_action h on h.case_id = c.case_id and h.actor_id = c.actor_id
      where c.kind in ('check-pass', 'check-fail') and h.kind in ('take', 'handle') and h.seq < c.seq`);
    expect(own).toBe(0);
    expect(await count(sql`select count(*)::int as n from case_action where at > ${afternoon}`)).toBe(0);
    expect(
      await count(
        sql`select count(*)::int as n from case_action a join case_action b on b.case_id = a.case_id and b.seq = a.seq + 1 where b.at < a.at`,
      ),
    ).toBe(0);
  });

  test('texts are unlike each other, places and pictures fit', async () => {
    const [titles] = await rows(
      sql<{
        all: number;
        words: number;
        n: number;
      }>`select count(*)::int as all, count(distinct title)::int as n, count(distinct words)::int as words from cases`,
    );
    expect((titles?.n ?? 0) / (titles?.all ?? 1)).toBeGreaterThan(0.95);
    expect((titles?.words ?? 0) / (titles?.all ?? 1)).toBeGreaterThan(0.97);
    expect(
      await count(sql`select count(*)::int as n from cases where area4_id is null or lng is null or address = ''`),
    ).toBe(0);
    expect(await count(sql`select count(*)::int as n from file`)).toBeGreaterThanOrEqual(80);
    expect(
      await count(sql`select count(*)::int as n from case_file left join file using (hash) where file.hash is null`),
    ).toBe(0);
    const alike = await count(
      sql`select count(*)::int as n from (select photo, lag(photo) over (order by reported_at) as before from cases where photo is not null) p where photo = before`,
    );
    expect(alike).toBeLessThan(15);
  });

  test('the journal tells every action once, in the order of time', async () => {
    expect(await count(sql`select count(*)::int as n from journal`)).toBe(
      await count(sql`select count(*)::int as n from case_action`),
    );
    expect(
      await count(
        sql`select count(*)::int as n from (select at, lag(at) over (order by xid, seq) as before from journal) j where at < before`,
      ),
    ).toBe(0);
    const ahead =
      await count(sql`select count(*)::int as n from journal join consumer on consumer.name = 'notices' where (journal.xid, journal.seq) > (consumer.xid, consumer.seq)
      and journal.at < ${new Date(afternoon.getTime() - 3 * 86_400_000)}`);
    expect(ahead).toBe(0);
    expect(await count(sql`select count(*)::int as n from consumer where name = 'notices'`)).toBe(1);
    expect(await count(sql`select last_value::int as n from case_number`)).toBe(
      await count(sql`select count(*)::int as n from cases`),
    );
  });

  test('open cases have their alarm, ahead of now; final ones have none', async () => {
    const missing = await rows(
      sql<{
        id: string;
      }>`select cases.id from cases left join due on due.key = cases.id::text where is_open and due_at > ${afternoon} and due.id is null`,
    );
    expect(missing).toEqual([]);
    expect(
      await count(sql`select count(*)::int as n from due join cases on cases.id::text = due.key where not is_open`),
    ).toBe(0);
    expect(await count(sql`select count(*)::int as n from due where at <= ${afternoon}`)).toBe(0);
    expect(
      await count(sql`select count(*)::int as n from cases where is_open and ran_out_at is not null`),
    ).toBeGreaterThan(15);
  });
});

describe('the ready-made people', () => {
  test('are sixteen, each with the post the sign-in promises', async () => {
    const people = await rows(sql<{
      key: string;
      role: string | null;
    }>`select demo_key as key, min(post.role) as role from account
      left join holding on holding.account_id = account.id and holding.valid_to is null left join post on post.id = holding.post_id
      where demo_key is not null group by demo_key order by demo_key`);
    expect(people.map((p) => p.key.slice(3))).toEqual(people.map((p) => p.role ?? 'resident'));
    expect(people).toHaveLength(16);
    const phone = bench.deps.crypto.lookupHash('13800000001', 'phone');
    expect(
      await count(
        sql`select count(*)::int as n from credential join account on account.id = account_id where phone_hash = ${phone} and demo_key = '01-resident'`,
      ),
    ).toBe(1);
  });

  test('find their work waiting', async () => {
    const own = await rows(sql<{
      state: string;
      rating: number | null;
      unseen: boolean;
    }>`select state, rating, seen_at < changed_at as unseen from cases
      join case_reporter r on r.case_id = cases.id join account on account.id = r.account_id where demo_key = '01-resident'`);
    for (const state of [...openStates, 'closed', 'declined', 'merged'])
      expect(
        own.map((c) => c.state),
        state,
      ).toContain(state);
    expect(own.some((c) => c.state === 'closed' && c.rating === null)).toBe(true);
    expect(own.some((c) => c.unseen)).toBe(true);
    const tasks = await rows(sql<{
      rework_count: number;
      returned: boolean;
    }>`select rework_count, exists (select from case_action a where a.case_id = cases.id and a.kind = 'return') as returned
      from cases join account on demo_key = '02-grid-worker'
      where is_open and (handler_id = account.id or (handler_id is null and target_post_id in (select post_id from holding where account_id = account.id)))`);
    expect(tasks.length).toBeGreaterThanOrEqual(8);
    expect(tasks.length).toBeLessThanOrEqual(16);
    expect(tasks.some((t) => t.rework_count > 0)).toBe(true);
    expect(tasks.some((t) => t.returned)).toBe(true);
    const pool =
      await count(sql`select count(*)::int as n from cases where state = 'dispatched' and target_kind = 'pool' and target_unit_kind = 'property-firm' and path <@ (
      select array_agg(area.path) from account join holding on holding.account_id = account.id join post on post.id = holding.post_id
      join unit_area on unit_area.unit_id = post.unit_id join area on area.id = unit_area.area_id where demo_key = '03-unit-handler')`);
    expect(pool).toBeGreaterThanOrEqual(4);
    for (const pending of ['extension', 'suspension', 'void'])
      expect(
        await count(sql`select count(*)::int as n from cases where pending = ${pending}`),
        pending,
      ).toBeGreaterThan(0);
    expect(await count(sql`select count(*)::int as n from cases where state = 'handled'`)).toBeGreaterThan(5);
    for (const hands of ['hand-up%', 'hand-down%']) {
      expect(
        await count(sql`select count(*)::int as n from cases where type_code like ${hands} and is_open`),
        hands,
      ).toBeGreaterThan(1);
      expect(
        await count(sql`select count(*)::int as n from cases where type_code like ${hands} and state = 'closed'`),
        hands,
      ).toBeGreaterThan(1);
    }
    // Of what departments ask: one outside the list waits, one was refused, one project is claimed; no firm answers a hand raised to departments.
    const down = (state: string) =>
      count(
        sql`select count(*)::int as n from cases where type_code = 'hand-down' and state = ${state} and form ->> 'item' = 'outside'`,
      );
    expect(await down('accepted')).toBeGreaterThan(0);
    expect(await down('declined')).toBeGreaterThan(0);
    expect(
      await count(
        sql`select count(*)::int as n from cases where type_code = 'hand-down-project' and state = 'in-hand'`,
      ),
    ).toBeGreaterThan(0);
    expect(
      await count(sql`select count(*)::int as n from cases join unit on unit.id = target_unit_id
        where type_code like 'hand-up%' and unit.kind = 'property-firm'`),
    ).toBe(0);
  });
});

test('every procedure told has its case, standing at stages of all kinds, sealed ones sealed', async () => {
  const told = [...streetLines, ...peopleLines, ...requestLines, ...signingLines, ...endedLines];
  const stored = await rows(sql<{ title: string; type_code: string; stage: string | null; visibility: string }>`
    select title, type_code, stage, visibility from cases where title = any(${told.map(({ title }) => title)})`);
  expect(stored.map(({ title }) => title).sort()).toEqual(told.map(({ title }) => title).sort());
  expect(new Set(stored.map(({ stage }) => stage)).size).toBeGreaterThan(12);
  const petitions = stored.filter(({ type_code }) => type_code === 'petition');
  expect(petitions.map(({ visibility }) => visibility)).toEqual(['sealed', 'sealed', 'sealed']);
  // One is over after its waiting window, one is in the backlog.
  expect(petitions.filter(({ stage }) => stage === null)).toHaveLength(1);
});

test('the field workers have a procedure in hand to go on with', async () => {
  const own = requestLines.filter((line) => line.with === '03-unit-handler').map(({ title }) => title);
  const stored = await rows(sql<{ stage: string; handler_id: string }>`
    select stage, handler_id from cases where title = any(${own}) and is_open`);
  expect(stored.map(({ stage }) => stage).sort()).toEqual(['review', 'works']);
  expect(new Set(stored.map((row) => row.handler_id)).size).toBe(1);
});

test('an agreement waits for a second party who was let in, and one invitation is open', async () => {
  const [signing] = await rows(sql<{ stage: string; mine: boolean }>`select stage, exists (select from case_reporter r
    join account on account.id = r.account_id where r.case_id = cases.id and demo_key = '01-resident') as mine
    from cases where title = ${signingLines[0]?.title}`);
  expect(signing).toEqual({ stage: 'signing', mine: true });
  const invitations = await rows(sql<{ used: boolean; code_hash: Buffer }>`
    select used_at is not null as used, code_hash from case_invitation order by used_at nulls last`);
  expect(invitations.map(({ used }) => used)).toEqual([true, false]);
  expect(invitations[1]?.code_hash).toEqual(bench.deps.crypto.lookupHash(openInvitationCode, 'case.invitation'));
});

test('a second run adds nothing', async () => {
  const before = await rows(
    sql`select (select count(*) from cases) as cases, (select max(seq) from journal) as seq, (select count(*) from account) as accounts`,
  );
  await seedDemo(bench.deps);
  expect(
    await rows(
      sql`select (select count(*) from cases) as cases, (select max(seq) from journal) as seq, (select count(*) from account) as accounts`,
    ),
  ).toEqual(before);
});

function pick(from: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}
