import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../test/clone-database.ts';
import { systemClock } from '../clock.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { createPool } from '../db/pool.ts';
import { newId } from '../ids.ts';
import { changeMasterKey } from './change-master-key.ts';
import type { SuiteName } from './cipher-suite.ts';
import { createSealing } from './create-sealing.ts';
import { createCrypto, sealedHeader } from './crypto.ts';
import { rehashContext } from './rehash-context.ts';
import { rotateContext } from './rotate-context.ts';

const masterKey = Buffer.alloc(32, 7);
let database: Database;
let connectionString: string;
let drop: () => Promise<void>;

beforeEach(async () => {
  ({ connectionString, drop } = await cloneDatabase());
  database = createDatabase(createPool({ connectionString }, { max: 1 }, () => undefined));
});
afterEach(async () => {
  await database.close();
  await drop();
});

/** One process of the product. */
async function openProcess(suite: SuiteName = 'international', master = masterKey) {
  const sealing = createSealing({ masterKey: master, suite });
  await sealing.dataKeys.open(database);
  return { ...sealing, deps: { database, keys: sealing.dataKeys, crypto: sealing.crypto, clock: systemClock } };
}

type Seals = { encrypt(plain: string, context: string): Buffer; lookupHash(value: string, context: string): Buffer };

async function addPhones(crypto: Seals, phones: readonly string[]): Promise<void> {
  await database.asSystem(async (db) => {
    for (const phone of phones) {
      const id = newId();
      await sql`insert into account (id, kind, name, created_at) values (${id}, 'resident', 'x', now())`.execute(db);
      await sql`insert into credential (account_id, phone_hash, phone_encrypted)
        values (${id}, ${crypto.lookupHash(phone, 'phone')}, ${crypto.encrypt(phone, 'phone')})`.execute(db);
    }
  });
}

async function sealedPhones(): Promise<Buffer[]> {
  const { rows } = await database.asSystem((db) =>
    sql<{ sealed: Buffer }>`select phone_encrypted as sealed from credential order by account_id`.execute(db),
  );
  return rows.map((row) => row.sealed);
}

async function hasHash(hash: Buffer): Promise<boolean> {
  const { rows } = await database.asSystem((db) => sql`select from credential where phone_hash = ${hash}`.execute(db));
  return rows.length === 1;
}

const phones = Array.from({ length: 7 }, (_, at) => `1380013800${at}`);

describe('data keys', () => {
  it('are made once, also by two who start together, and then sealed with', async () => {
    const [one, two] = [await openProcess(), await openProcess()];
    const sealed = one.crypto.encrypt('x', 'phone');
    expect(sealed.subarray(0, 3)).toEqual(sealedHeader('international', 1));
    expect(two.crypto.decrypt(sealed, 'phone')).toBe('x');
    expect(two.crypto.lookupHash('x', 'phone').equals(one.crypto.lookupHash('x', 'phone'))).toBe(true);
    expect(() => one.crypto.decrypt(sealed, 'caller.name')).toThrow(/cannot be opened|not known/);
  });

  it('open what was sealed before them, and find by the hashes made before them', async () => {
    const before = createCrypto({ masterKey });
    await addPhones(before, phones);
    const { crypto } = await openProcess('sm');
    for (const sealed of await sealedPhones()) expect(phones).toContain(crypto.decrypt(sealed, 'phone'));
    expect(await hasHash(crypto.lookupHash('13800138003', 'phone'))).toBe(true);
    expect(crypto.encrypt('x', 'phone').subarray(0, 3)).toEqual(sealedHeader('sm', 1));
  });

  it('hash with SM3 in a site that begins with it', async () => {
    const { crypto } = await openProcess('sm');
    expect(crypto.lookupHash('x', 'phone')).toHaveLength(32);
    expect(crypto.lookupHash('x', 'phone').equals(createCrypto({ masterKey }).lookupHash('x', 'phone'))).toBe(false);
    const { rows } = await database.asSystem((db) =>
      sql<{ suite: string }>`select distinct suite from data_key where version > 0`.execute(db),
    );
    expect(rows).toEqual([{ suite: 'sm' }]);
  });

  it('do not open with another master key, nor in another row', async () => {
    await openProcess();
    await expect(openProcess('international', randomBytes(32))).rejects.toThrow(/LINLI_KEY does not open/);
    await database.asSystem((db) =>
      sql`update data_key set sealed = (select sealed from data_key where context = 'caller.name' and version = 1)
        where context = 'phone' and purpose = 'encrypt' and version = 1`.execute(db),
    );
    await expect(openProcess()).rejects.toThrow(/data key of phone/);
  });
});

describe('rotation', () => {
  it('seals everything anew while a product that runs reads and writes on', async () => {
    const running = await openProcess();
    await addPhones(running.crypto, phones);
    const rotating = await openProcess('sm');
    const done = await rotateContext(rotating.deps, 'phone', { leadSeconds: 0 });
    expect(done).toEqual({ context: 'phone', version: 2, resumed: false, rows: phones.length });
    // The running product has not looked for new keys yet: what it writes stays readable for both.
    const late = running.crypto.encrypt('late', 'phone');
    expect(rotating.crypto.decrypt(late, 'phone')).toBe('late');
    await database.asSystem((db) => running.dataKeys.read(db));
    const sealed = await sealedPhones();
    expect(sealed.map((bytes) => running.crypto.decrypt(bytes, 'phone')).sort()).toEqual(phones);
    for (const bytes of sealed) expect(bytes.subarray(0, 3)).toEqual(sealedHeader('sm', 2));
    expect(await hasHash(running.crypto.lookupHash(phones[0] ?? '', 'phone'))).toBe(true);
    const { rows } = await database.asSystem((db) =>
      sql`select version from data_key where context = 'phone' and purpose = 'encrypt' and retired_at is null`.execute(
        db,
      ),
    );
    expect(rows).toEqual([{ version: 2 }]);
  });

  it('reaches what corrections ask for, inside jsonb', async () => {
    const { crypto, deps } = await openProcess();
    const asked = `138${'0'.repeat(90)}1`; // longer than a line of base64
    const sealed = crypto.encrypt(asked, 'register.phone').toString('base64');
    const [siteId, subjectId] = [newId(), newId()];
    await database.asSystem(async (db) => {
      await sql`insert into area (id, site_id, code, name, level, kind, path, valid_from)
        values (${siteId}, ${siteId}, 's1', '街道', 1, 'street', 's1', '2020-01-01')`.execute(db);
      await sql`insert into subject (id, site_id, noun, kind, name, path, created_at, changed_at)
        values (${subjectId}, ${siteId}, 'person', '', '周', 's1', now(), now())`.execute(db);
      for (const [field, value] of [
        ['phone', { sealed }],
        ['phone', { plain: null }],
        ['sex', { plain: '1' }],
      ] as const)
        await sql`insert into correction (id, subject_id, field, value, reason, owner, asked_words, asked_at, path)
          values (${newId()}, ${subjectId}, ${field}, ${JSON.stringify(value)}::jsonb, '', 'committee', '', now(), 's1')`.execute(
          db,
        );
    });
    const done = await rotateContext(deps, 'register.phone', { leadSeconds: 0 });
    expect(done).toMatchObject({ version: 2, rows: 1 });
    const { rows } = await database.asSystem((db) =>
      sql<{ value: { sealed?: string } }>`select value from correction order by value ? 'sealed' desc, field`.execute(
        db,
      ),
    );
    const bytes = Buffer.from(rows[0]?.value.sealed ?? '', 'base64');
    expect(bytes.subarray(0, 3)).toEqual(sealedHeader('international', 2));
    expect(crypto.decrypt(bytes, 'register.phone')).toBe(asked);
    expect(rows.slice(1).map(({ value }) => value)).toEqual([{ plain: null }, { plain: '1' }]);
  });

  it('goes on with the same key after it was killed halfway', async () => {
    const first = await openProcess();
    await addPhones(first.crypto, phones);
    await database.asSystem((db) =>
      first.dataKeys.add(db, { context: 'phone', purpose: 'encrypt', now: new Date(), leadSeconds: 0 }),
    );
    // Three rows were done, then the machine stopped.
    for (const [at, sealed] of (await sealedPhones()).slice(0, 3).entries()) {
      const again = first.crypto.encrypt(first.crypto.decrypt(sealed, 'phone'), 'phone');
      expect(again.readUInt16BE(1), `row ${at}`).toBe(2);
      await database.asSystem((db) =>
        sql`update credential set phone_encrypted = ${again} where phone_encrypted = ${sealed}`.execute(db),
      );
    }
    const second = await openProcess();
    const done = await rotateContext(second.deps, 'phone', { leadSeconds: 0 });
    expect(done).toEqual({ context: 'phone', version: 2, resumed: true, rows: phones.length - 3 });
    expect((await sealedPhones()).map((bytes) => second.crypto.decrypt(bytes, 'phone')).sort()).toEqual(phones);
    expect(await rotateContext(second.deps, 'phone', { leadSeconds: 0 })).toMatchObject({ version: 3, resumed: false });
  });

  it('waits before a new key is sealed with, so that every process knows it', async () => {
    const { crypto, dataKeys } = await openProcess();
    await database.asSystem((db) =>
      dataKeys.add(db, { context: 'phone', purpose: 'encrypt', now: new Date(), leadSeconds: 60 }),
    );
    expect(crypto.encrypt('x', 'phone').readUInt16BE(1)).toBe(1);
    expect(dataKeys.newest('phone')).toMatchObject({ version: 2 });
    await expect(rotateContext({ database, keys: dataKeys, crypto, clock: systemClock }, 'nothing')).rejects.toThrow(
      /no sealed column/,
    );
  });
});

describe('a new master key', () => {
  it('opens everything, and the old one nothing any more; twice changes nothing', async () => {
    const before = await openProcess();
    await addPhones(createCrypto({ masterKey }), ['13900139000']);
    await addPhones(before.crypto, phones);
    const to = randomBytes(32);
    expect(await changeMasterKey(database, { from: masterKey, to })).toBeGreaterThan(0);
    expect(await changeMasterKey(database, { from: masterKey, to })).toBe(0);
    const after = await openProcess('international', to);
    const read = (await sealedPhones()).map((bytes) => after.crypto.decrypt(bytes, 'phone')).sort();
    expect(read).toEqual([...phones, '13900139000']);
    expect(await hasHash(after.crypto.lookupHash(phones[2] ?? '', 'phone'))).toBe(true);
    await expect(openProcess()).rejects.toThrow(/LINLI_KEY does not open/);
    await expect(changeMasterKey(database, { from: masterKey, to: randomBytes(32) })).rejects.toThrow(/does not open/);
  });
});

describe('a new look-up key', () => {
  it('makes every hash again from its text', async () => {
    const { deps, crypto } = await openProcess('sm');
    await addPhones(crypto, phones);
    const old = crypto.lookupHash(phones[0] ?? '', 'phone');
    expect(await rehashContext(deps, 'phone')).toBe(phones.length);
    expect(crypto.lookupHash(phones[0] ?? '', 'phone').equals(old)).toBe(false);
    for (const phone of phones) expect(await hasHash(crypto.lookupHash(phone, 'phone'))).toBe(true);
    expect(await hasHash(old)).toBe(false);
  });

  it('refuses beside a running product, and where no text stands beside the hash', async () => {
    const { deps } = await openProcess();
    await expect(rehashContext(deps, 'import.order')).rejects.toThrow(/cannot be made again/);
    const other = createPool({ connectionString }, { max: 1 }, () => undefined);
    await other.query('select 1');
    await expect(rehashContext(deps, 'phone')).rejects.toThrow(/stop the product/);
    await other.end();
  });
});
