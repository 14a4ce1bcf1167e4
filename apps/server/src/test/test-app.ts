import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ErrorBody, InputOf, Operation, OutputOf } from '@linli/contract';
import { isUnitRole, type Role } from '@linli/domain';
import { sql } from 'kysely';
import { type App, createApp } from '../app.ts';
import type { Config } from '../platform/config.ts';
import { type Crypto, createSealing } from '../platform/crypto/index.ts';
import { createPool } from '../platform/db/pool.ts';
import { createFiles, createLocalStore } from '../platform/files/index.ts';
import { newId } from '../platform/ids.ts';
import { runDue } from '../platform/jobs/due-work.ts';
import { drainConsumers } from '../platform/journal/index.ts';
import { createLog } from '../platform/log.ts';
import { cloneDatabase } from './clone-database.ts';
import { type AreaKey, addHolder, buildSmallStreet, type Street, type UnitKey } from './small-street.ts';

/** An answer of the front door: the status and what the contract says, or the error. */
export type Answer<O extends Operation> = { status: number; ok: OutputOf<O> | null; error: ErrorBody['error'] | null };

/** Somebody signed in (or nobody), calling operations as the pages do. */
export interface Caller {
  accountId: string | null;
  postId: string | null;
  /** The answer as it came. */
  ask<O extends Operation>(operation: O, input: InputOf<O> | Omit<InputOf<O>, 'requestId'>): Promise<Answer<O>>;
  /** The answer, which must be a success. */
  call<O extends Operation>(
    operation: O,
    input: Omit<InputOf<O>, 'requestId'> & { requestId?: string },
  ): Promise<OutputOf<O>>;
  /** Uploads a tiny picture; answers its hash. */
  photo(shade?: number): Promise<string>;
}

export interface TestApp {
  app: App;
  street: Street;
  crypto: Crypto;
  clock: { now(): Date; set(iso: string): void; forward(minutes: number): void };
  nobody: Caller;
  resident(phone?: string): Promise<Caller>;
  staff(role: Role, area: AreaKey, unit?: UnitKey): Promise<Caller>;
  /** Runs due work and consumers until nothing is left, as workers would. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** What the data keys of every test are sealed with. */
export const testMasterKey = Buffer.alloc(32, 7);

/** The whole server on its own cloned database with a small street, a clock that stands still (a Monday morning) and every pack on. */
export async function createTestApp(options: { now?: string; config?: Partial<Config> } = {}): Promise<TestApp> {
  const database = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'linli-test-'));
  let now = new Date(options.now ?? '2026-03-16T10:00:00+08:00');
  const clock = {
    now: () => new Date(now),
    set: (iso: string) => {
      now = new Date(iso);
    },
    forward: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
  const log = createLog('silent');
  const config: Config = {
    roles: ['web', 'worker'],
    port: 0,
    host: '127.0.0.1',
    databaseUrl: database.connectionString,
    dataDir: folder,
    publicUrl: null,
    production: false,
    demo: true,
    cryptoSuite: 'international',
    logLevel: 'silent',
    tileUrl: null,
    deskPhone: null,
    trustProxy: null,
    poolSize: 6,
    partnerNetworks: [],
    s3: null,
    llm: null,
    sms: null,
    ...options.config,
  };
  const onError = () => undefined;
  const pool = createPool({ connectionString: database.connectionString }, { max: config.poolSize }, onError);
  const intakePool = createPool(
    { connectionString: database.connectionString },
    { max: 2, settings: { 'linli.system': 'on', enable_seqscan: 'off' } },
    onError,
  );
  const sealing = createSealing({ masterKey: testMasterKey, suite: config.cryptoSuite });
  const { crypto } = sealing;
  const files = createFiles({ store: createLocalStore({ folder: join(folder, 'files') }) });
  let street: Street | undefined;
  const app = await createApp({
    config,
    log,
    clock,
    ...sealing,
    files,
    pool,
    intakePool,
    strict: true,
    seed: async (deps) => {
      street = await buildSmallStreet(deps.database);
    },
  });
  if (!street) throw new Error('the small street was not built');
  const built = street;

  function caller(cookie: string | null, accountId: string | null, postId: string | null): Caller {
    const headers = { 'x-linli': '1', ...(cookie ? { cookie: `linli_session=${cookie}` } : {}) };
    const ask = async <O extends Operation>(operation: O, input: object): Promise<Answer<O>> => {
      const response =
        operation.kind === 'command'
          ? await app.http.inject({
              method: 'POST',
              url: `/api/${operation.name}`,
              headers,
              payload: { requestId: newId(), ...input },
            })
          : await app.http.inject({ method: 'GET', url: `/api/${operation.name}`, headers, query: queryOf(input) });
      const body: unknown = response.json();
      if (response.statusCode === 200) return { status: 200, ok: body as OutputOf<O>, error: null }; // guarded by the contract on the way out
      return { status: response.statusCode, ok: null, error: (body as ErrorBody).error };
    };
    return {
      accountId,
      postId,
      ask,
      async call(operation, input) {
        const answer = await ask(operation, input);
        if (answer.ok === null)
          throw new Error(`${operation.name} answered ${answer.status}: ${JSON.stringify(answer.error)}`);
        return answer.ok;
      },
      async photo(shade = 120) {
        const { default: sharp } = await import('sharp');
        const bytes = await sharp({
          create: {
            width: 40,
            height: 30,
            channels: 3,
            background: { r: shade % 256, g: 90, b: Math.floor(shade / 256) % 256 },
          },
        })
          .png()
          .toBuffer();
        const response = await app.http.inject({
          method: 'POST',
          url: '/api/files',
          headers: { ...headers, 'content-type': 'image/png' },
          payload: bytes,
        });
        return (response.json() as { hash: string }).hash;
      },
    };
  }

  async function session(accountId: string): Promise<string> {
    const token = crypto.token();
    const until = new Date(now.getTime() + 400 * 86_400_000);
    await app.database.asSystem((db) =>
      sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at) values (${crypto.hashToken(token)}, ${accountId}, ${now}, ${now}, ${until})`.execute(
        db,
      ),
    );
    return token;
  }

  let people = 0;
  return {
    app,
    street: built,
    crypto,
    clock,
    nobody: caller(null, null, null),
    async resident(phone) {
      const accountId = newId();
      people++;
      const own = phone ?? `138${String(people).padStart(8, '0')}`;
      await app.database.asSystem(async (db) => {
        await sql`insert into account (id, kind, name, created_at) values (${accountId}, 'resident', ${`居民${people}`}, ${now})`.execute(
          db,
        );
        await sql`insert into credential (account_id, phone_hash, phone_encrypted) values (${accountId}, ${crypto.lookupHash(own, 'phone')}, ${crypto.encrypt(own, 'phone')})`.execute(
          db,
        );
      });
      return caller(await session(accountId), accountId, null);
    },
    async staff(role, areaKey, unitKey) {
      const area = built.area[areaKey];
      if (isUnitRole(role) && !unitKey) throw new Error(`${role} needs a unit`);
      people++;
      const held = await addHolder(
        app.database,
        {
          role,
          areaId: area.id,
          path: area.path,
          unitId: unitKey ? built.unit[unitKey].id : null,
          name: `员工${people}`,
        },
        now,
      );
      await app.refreshCaches();
      return caller(await session(held.accountId), held.accountId, held.postId);
    },
    async settle() {
      while (await runDue({ database: app.database, clock, log, handlers: app.dueHandlers }));
      // The horizon is the whole server's: another file's open transaction can hold rows back for a moment.
      for (let tries = 0; ; tries++) {
        await drainConsumers(app.database, clock, app.consumers);
        const { rows } = await app.database.asSystem((db) =>
          sql<{
            behind: boolean;
          }>`select exists (select from journal, consumer where (journal.xid, journal.seq) > (consumer.xid, consumer.seq)) as behind`.execute(
            db,
          ),
        );
        if (!rows[0]?.behind) return;
        if (tries > 500) throw new Error('the consumers did not catch up');
        await new Promise((done) => setTimeout(done, 20));
      }
    },
    async close() {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function queryOf(input: object): Record<string, string> {
  const entries = Object.entries(input).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]],
  );
  return Object.fromEntries(entries) as Record<string, string>; // every value was made a string on the line above
}
