import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Db } from '../db/database.ts';
import { bumpVersion } from '../db/versioned-cache.ts';
import { cipherSuites, KEY_BYTES, type SuiteName } from './cipher-suite.ts';
import { type DataKey, deriveContextKey, type KeyRing } from './crypto.ts';
import { CryptoError } from './crypto-error.ts';
import { lookupContexts, sealedContexts } from './sealed-columns.ts';

type Purpose = 'encrypt' | 'lookup';
type KeyRow = {
  context: string;
  purpose: Purpose;
  version: number;
  suite: SuiteName;
  sealed: Buffer;
  waits_ms: number;
};
type KnownKey = DataKey & { context: string; purpose: Purpose; usableAtMs: number };
type NewKey = {
  context: string;
  purpose: Purpose;
  version: number;
  suite: SuiteName;
  key: Buffer;
  leadSeconds: number;
  now: Date;
};

/** Key of the version that tells other processes there are new data keys. */
export const dataKeysVersion = 'data-keys';
/** Between making a key and sealing with it: every process looks for new keys each second (versioned-cache.ts). */
const LEAD_SECONDS = 10;

/** The data keys of an installation: kept in the table `data_key` under the master key, in memory while the product runs. */
export type DataKeys = KeyRing & {
  /** Makes what is missing and reads all; before anything is sealed or looked up. A wrong master key is told here. */
  open(database: Database): Promise<void>;
  /** Reads keys made meanwhile by another process. Keys once known stay, also when the master key was changed under us. */
  read(db: Db): Promise<void>;
  /** Adds the next version; answers it. It is sealed with after the lead, when every process has read it. */
  add(db: Db, key: { context: string; purpose: Purpose; now: Date; leadSeconds?: number }): Promise<number>;
  /** The newest version of a context's sealing keys, usable or not yet. */
  newest(context: string): (DataKey & { usableInMs: number }) | undefined;
};

/** `suite` is for keys made from now on. */
export function createDataKeys(options: { masterKey: Buffer; suite: SuiteName }): DataKeys {
  const { masterKey, suite } = options;
  const known = new Map<string, KnownKey>();
  const newestFirst = new Map<string, KnownKey[]>();
  const idOf = (key: { purpose: string; context: string; version: number }) =>
    `${key.purpose}/${key.context}/${key.version}`;

  async function read(db: Db): Promise<void> {
    const { rows } = await sql<KeyRow>`select context, purpose, version, suite, sealed,
      greatest(0, extract(epoch from usable_from - now()) * 1000)::float8 as waits_ms from data_key order by version desc`.execute(
      db,
    );
    for (const row of rows) {
      if (known.has(idOf(row))) continue;
      const key = cipherSuites[row.suite].prepare(openDataKey(masterKey, row));
      const { context, purpose, version } = row;
      const found = { context, purpose, version, suite: row.suite, key, usableAtMs: performance.now() + row.waits_ms };
      known.set(idOf(row), found);
    }
    newestFirst.clear();
    for (const key of [...known.values()].sort((a, b) => b.version - a.version)) {
      const name = `${key.purpose}/${key.context}`;
      newestFirst.set(name, [...(newestFirst.get(name) ?? []), key]);
    }
  }

  function usable(purpose: Purpose, context: string): KnownKey | undefined {
    const now = performance.now();
    const list = newestFirst.get(`${purpose}/${context}`);
    // Version 0 opens what is old and seals nothing.
    return list?.find((key) => key.usableAtMs <= now && key.version > 0);
  }

  async function insert(db: Db, row: NewKey): Promise<void> {
    const sealed = sealDataKey(masterKey, row, row.key);
    await sql`insert into data_key (context, purpose, version, suite, sealed, created_at, usable_from)
      values (${row.context}, ${row.purpose}, ${row.version}, ${row.suite}, ${sealed}, now(), now() + make_interval(secs => ${row.leadSeconds}))
      on conflict do nothing`.execute(db);
    await bumpVersion(db, dataKeysVersion, row.now);
  }

  async function addMissing(db: Db): Promise<void> {
    const first = { leadSeconds: 0, now: new Date() };
    const { rows } = await sql<{ isNew: boolean }>`select not exists (select from account) as "isNew"`.execute(db);
    const isNew = rows[0]?.isNew ?? false;
    for (const context of sealedContexts) {
      const purpose = 'encrypt' as const;
      if (!newestFirst.has(`${purpose}/${context}`)) {
        const old = deriveContextKey(purpose, masterKey, context, 'international');
        await insert(db, { ...first, context, purpose, version: 0, suite: 'international', key: old });
        await insert(db, { ...first, context, purpose, version: 1, suite, key: randomBytes(KEY_BYTES) });
      }
    }
    for (const context of lookupContexts) {
      const purpose = 'lookup' as const;
      if (newestFirst.has(`${purpose}/${context}`)) continue;
      // Where hashes are stored already, the key they were made with, so that they go on matching.
      const made = isNew
        ? { suite, key: randomBytes(KEY_BYTES) }
        : { suite: 'international' as const, key: deriveContextKey(purpose, masterKey, context, 'international') };
      await insert(db, { ...first, context, purpose, version: 1, ...made });
    }
  }

  return {
    sealingKey: (context) => usable('encrypt', context),
    keyOfVersion: (context, version) => known.get(`encrypt/${context}/${version}`),
    lookupKey: (context) => usable('lookup', context),
    read,
    async open(database) {
      await database.asSystem(async (db) => {
        await sql`select pg_advisory_xact_lock(7162536)`.execute(db); // two starters make each key once
        await read(db);
        await addMissing(db);
        await read(db);
      });
    },
    async add(db, { context, purpose, now, leadSeconds = LEAD_SECONDS }) {
      await read(db);
      const version = (newestFirst.get(`${purpose}/${context}`)?.[0]?.version ?? 0) + 1;
      await insert(db, { context, purpose, version, suite, key: randomBytes(KEY_BYTES), leadSeconds, now });
      await read(db);
      return version;
    },
    newest(context) {
      const key = newestFirst.get(`encrypt/${context}`)?.[0];
      return key === undefined ? undefined : { ...key, usableInMs: Math.max(0, key.usableAtMs - performance.now()) };
    },
  };
}

type KeyName = { context: string; purpose: string; version: number; suite: SuiteName };

/** Binds a sealed key to its row: moved to another, it does not open. Ends in a zero byte (cipher-suite.ts). */
const boundTo = (row: KeyName) => Buffer.from(`data-key/${row.purpose}/${row.context}/${row.version}\0`, 'utf8');

export function sealDataKey(masterKey: Buffer, row: KeyName, key: Buffer): Buffer {
  const suite = cipherSuites[row.suite];
  return suite.seal(suite.prepare(suite.derive(masterKey, 'linli/2/data-key')), key, boundTo(row));
}

export function openDataKey(masterKey: Buffer, row: KeyName & { sealed: Buffer }): Buffer {
  const suite = cipherSuites[row.suite];
  try {
    return suite.open(suite.prepare(suite.derive(masterKey, 'linli/2/data-key')), row.sealed, boundTo(row));
  } catch (cause) {
    throw new CryptoError(
      `LINLI_KEY does not open the data key of ${row.context}: it is not the key this database was sealed with`,
      { cause },
    );
  }
}
