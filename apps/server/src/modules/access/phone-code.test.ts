import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSecondApp } from '../../test/second-app.ts';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import { visitor } from '../../test/visitor.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());
// Tries are counted in windows of up to an hour: each test begins in a new one.
beforeEach(() => test.clock.forward(61));

let phones = 0;
const newPhone = () => `139${String(++phones).padStart(8, '0')}`;
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

async function codeFor(phone: string): Promise<string> {
  const reply = await visitor(test.app).post('request-phone-code', { phone });
  expect(reply.status).toBe(200);
  return String(reply.body.demoCode);
}
const signIn = (phone: string, code: string, name?: string) =>
  visitor(test.app).post('sign-in-by-phone', { phone, code, ...(name ? { name } : {}) });

describe('a phone code', () => {
  it('signs in, makes the account the first time, and finds it the second', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    expect(code).toMatch(/^\d{6}$/);
    const first = await signIn(phone, code, '王阿姨');
    expect(first).toMatchObject({ status: 200, body: { kind: 'resident', name: '王阿姨' } });
    expect(first.body.phoneMasked).not.toContain(phone.slice(3, 7));
    test.clock.forward(2);
    const second = await signIn(phone, await codeFor(phone), '别的名字');
    expect(second.body).toMatchObject({ accountId: first.body.accountId, name: '王阿姨' });
  });

  it('works once', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    expect((await signIn(phone, code)).status).toBe(200);
    expect(await signIn(phone, code)).toMatchObject({ status: 401, body: { error: { code: 'code-wrong' } } });
  });

  it('opens nothing when wrong, and is spoilt by five wrong tries', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    for (let i = 0; i < 5; i++) {
      const reply = await signIn(phone, wrong(code));
      expect(reply).toMatchObject({ status: 401, body: { error: { code: 'code-wrong' } }, setCookies: [] });
    }
    expect(await signIn(phone, code)).toMatchObject({ status: 401, body: { error: { code: 'code-wrong' } } });
  });

  it('still works after four wrong tries', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    for (let i = 0; i < 4; i++) await signIn(phone, wrong(code));
    expect((await signIn(phone, code)).status).toBe(200);
  });

  it('gives no more than five tries when twenty come at once', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    await Promise.all(Array.from({ length: 20 }, () => signIn(phone, wrong(code))));
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        tries: number;
      }>`select tries from phone_code where phone_hash = ${test.crypto.lookupHash(phone, 'phone')}`.execute(db),
    );
    expect(rows).toEqual([{ tries: 5 }]);
  });

  it('is over after five minutes', async () => {
    const [early, late] = [newPhone(), newPhone()];
    const codes = { early: await codeFor(early), late: await codeFor(late) };
    test.clock.forward(4.9);
    expect((await signIn(early, codes.early)).status).toBe(200);
    test.clock.forward(0.1);
    expect((await signIn(late, codes.late)).body.error?.code).toBe('code-wrong');
  });

  it('of one phone does not open another', async () => {
    const [mine, other] = [newPhone(), newPhone()];
    const code = await codeFor(mine);
    expect((await signIn(other, code)).body.error?.code).toBe('code-wrong');
  });

  it('may be asked for again after a minute, and the new one replaces the old', async () => {
    const phone = newPhone();
    const first = await codeFor(phone);
    const again = await visitor(test.app).post('request-phone-code', { phone });
    expect(again).toMatchObject({
      status: 429,
      body: { error: { code: 'too-many-requests', params: { seconds: 60 } } },
    });
    expect(again.headers['retry-after']).toBe('60');
    test.clock.forward(1);
    let second = await codeFor(phone);
    while (second === first) {
      test.clock.forward(1);
      second = await codeFor(phone); // one in a million: the same digits again
    }
    expect((await signIn(phone, first)).body.error?.code).toBe('code-wrong');
    expect((await signIn(phone, second)).status).toBe(200);
  });

  it('is sent five times an hour to a phone and no more, whoever asks', async () => {
    const phone = newPhone();
    for (let i = 0; i < 5; i++) {
      await codeFor(phone);
      test.clock.forward(2);
    }
    expect((await visitor(test.app).post('request-phone-code', { phone })).status).toBe(429);
    expect((await visitor(test.app).post('request-phone-code', { phone: newPhone() })).status).toBe(200);
    test.clock.forward(60);
    expect((await visitor(test.app).post('request-phone-code', { phone })).status).toBe(200);
  });

  it('makes one account when two first sign-ins come at once', async () => {
    const phone = newPhone();
    const { accountOfPhone } = await import('./store.ts');
    const now = test.clock.now();
    const both = await Promise.all(
      Array.from({ length: 4 }, (_, i) =>
        test.app.database.asSystem((db) => accountOfPhone(db, test.crypto, phone, `名${i}`, now)),
      ),
    );
    expect(new Set(both.map((a) => a.id)).size).toBe(1);
    const { rows } = await test.app.database.asSystem((db) =>
      sql`select account.id from account where name like '名%'`.execute(db),
    );
    expect(rows.length).toBe(1);
  });

  it('is nowhere stored or logged in clear, nor is the phone', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const second = await createSecondApp(test, { log });
    const phone = newPhone();
    const reply = await visitor(second).post('request-phone-code', { phone });
    const code = String(reply.body.demoCode);
    await visitor(second).post('sign-in-by-phone', { phone, code: wrong(code) });
    const stored = await everything();
    await visitor(second).post('sign-in-by-phone', { phone, code });
    await second.close();
    expect(lines.join('')).toContain('request-phone-code');
    for (const text of [stored, await everything(), lines.join('')]) {
      expect(text).not.toContain(phone);
      expect(text).not.toMatch(new RegExp(`(^|[^0-9a-f.])${code}([^0-9a-f.]|$)`));
    }
  });

  it('is not shown outside demonstration mode, where nothing can send it', async () => {
    const second = await createSecondApp(test, { config: { demo: false } });
    const reply = await visitor(second).post('request-phone-code', { phone: newPhone() });
    expect(reply).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
    await second.close();
  });
});

/** Every row of every table that access or the platform writes, as text. */
async function everything(): Promise<string> {
  const tables = [
    'phone_code',
    'credential',
    'account',
    'session',
    'sign_in_try',
    'request',
    'journal',
    'delivery',
    'notice',
    'due',
  ];
  const texts = await test.app.database.asSystem(async (db) => {
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(db);
      found.push(...rows.map((r) => r.row));
    }
    return found;
  });
  return texts.join('\n');
}
