import { type Actor, anonymousActor } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let anna: Actor;
let ben: Actor;
let worker: Actor;
const actor = (kind: 'resident' | 'staff', accountId: string | null): Actor => ({
  kind,
  accountId,
  name: '',
  scopes: [],
  pools: [],
});

beforeAll(async () => {
  test = await createTestApp();
  anna = actor('resident', (await test.resident()).accountId);
  ben = actor('resident', (await test.resident()).accountId);
  worker = actor('staff', (await test.staff('grid-worker', 'east1')).accountId);
});
afterAll(() => test.close());

async function seen(who: Actor, table: string, column: string): Promise<string[]> {
  const { rows } = await test.app.database.as(who, (db) =>
    sql<{ value: string }>`select ${sql.ref(column)}::text as value from ${sql.table(table)}`.execute(db),
  );
  return rows.map((r) => r.value).toSorted();
}

describe('row-level security behind access', () => {
  it('shows a resident their own account and colleagues of the street, no other resident', async () => {
    expect(await seen(anna, 'account', 'id')).toEqual([anna.accountId, worker.accountId].toSorted());
    expect(await seen(worker, 'account', 'id')).toEqual([worker.accountId]);
    expect(await seen(anonymousActor, 'account', 'id')).toEqual([]);
  });

  it.each(['credential', 'phone_code', 'sign_in_try'])(
    'shows nobody any row of %s, only the product itself',
    async (table) => {
      await test.app.database.asSystem(async (db) => {
        const [hash, now] = [Buffer.from(newId()), test.clock.now()];
        if (table === 'phone_code')
          await sql`insert into phone_code (phone_hash, code_hash, sent_at, expires_at) values (${hash}, ${hash}, ${now}, ${now})`.execute(
            db,
          );
        if (table === 'sign_in_try')
          await sql`insert into sign_in_try (key_hash, at) values (${hash}, ${now})`.execute(db);
        expect((await sql`select from ${sql.table(table)}`.execute(db)).rows.length).toBeGreaterThan(0);
      });
      for (const who of [anna, worker, anonymousActor]) {
        const { rows } = await test.app.database.as(who, (db) => sql`select from ${sql.table(table)}`.execute(db));
        expect(rows.length).toBe(0);
      }
    },
  );

  it('shows only one’s own sessions', async () => {
    expect(await seen(anna, 'session', 'account_id')).toEqual([anna.accountId]);
    expect(await seen(anonymousActor, 'session', 'account_id')).toEqual([]);
  });

  it('lets nobody write what is another’s', async () => {
    const updated = await test.app.database.as(anna, (db) =>
      sql`update account set name = '改名' where id = ${ben.accountId} or id = ${worker.accountId}`.execute(db),
    );
    expect(updated.numAffectedRows).toBe(0n);
    const ended = await test.app.database.as(anna, (db) =>
      sql`delete from session where account_id = ${ben.accountId}`.execute(db),
    );
    expect(ended.numAffectedRows).toBe(0n);
    const now = test.clock.now();
    const forged = test.app.database.as(anna, (db) =>
      sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at) values (${Buffer.from('forged')}, ${ben.accountId}, ${now}, ${now}, ${now})`.execute(
        db,
      ),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
    const credential = test.app.database.as(anna, (db) =>
      sql`insert into credential (account_id, login) values (${anna.accountId}, 'anna')`.execute(db),
    );
    await expect(credential).rejects.toThrow(/row-level security/);
  });

  it('binds the product’s own role: it neither is a superuser nor may pass the policies by', async () => {
    const { rows } = await test.app.database.pool.query(
      'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    const open = await test.app.database.pool.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relname in ('account', 'credential', 'session', 'phone_code', 'sign_in_try', 'reveal') and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open.rows).toEqual([]);
    expect((await test.app.database.pool.query('select from account')).rowCount).toBe(0); // no scope stated: an anonymous visitor
  });
});
