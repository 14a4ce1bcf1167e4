import { sql } from 'kysely';
import type { Log } from '../log.ts';
import type { Database, Db } from './database.ts';

/** Something small and often read, kept in memory and loaded again when its version in the database moves. */
export interface VersionedCache<T> {
  get(): T;
  /** Loads at once; for the process that made the change. */
  refresh(): Promise<void>;
}

export interface Caches {
  define<T>(key: string, load: (db: Db) => Promise<T>): VersionedCache<T>;
  /** Loads everything defined so far and begins to watch. */
  start(): Promise<void>;
  close(): void;
}

/** Tells every process that the thing changed. In the transaction of the change. */
export async function bumpVersion(db: Db, key: string, now: Date): Promise<void> {
  await sql`insert into setting (key, value, changed_at) values (${`version.${key}`}, '1', ${now})
    on conflict (key) do update set value = to_jsonb((setting.value)::int + 1), changed_at = excluded.changed_at`.execute(
    db,
  );
}

const watchMs = 1000;

/** One small query a second for all caches of a process. */
export function createCaches(database: Database, log: Log): Caches {
  interface Entry {
    version: string;
    value: unknown;
    load(db: Db): Promise<unknown>;
  }
  const entries = new Map<string, Entry>();
  let timer: NodeJS.Timeout | null = null;

  async function versions(db: Db): Promise<Map<string, string>> {
    const { rows } = await sql<{
      key: string;
      value: string;
    }>`select key, value::text from setting where key like 'version.%'`.execute(db);
    return new Map(rows.map((row) => [row.key.slice('version.'.length), row.value]));
  }

  async function load(key: string, entry: Entry): Promise<void> {
    await database.asSystem(async (db) => {
      const version = (await versions(db)).get(key) ?? '0';
      entry.value = await entry.load(db);
      entry.version = version;
    });
  }

  async function watch(): Promise<void> {
    const now = await database.asSystem(versions);
    for (const [key, entry] of entries) if ((now.get(key) ?? '0') !== entry.version) await load(key, entry);
  }

  function schedule(): void {
    timer = setTimeout(() => {
      watch()
        .catch((error: unknown) => log.warn({ err: error }, 'caches: looking for changes failed, trying again'))
        .finally(() => {
          if (timer) schedule();
        });
    }, watchMs);
    timer.unref();
  }

  return {
    define<T>(key: string, load_: (db: Db) => Promise<T>): VersionedCache<T> {
      if (entries.has(key)) throw new Error(`two caches are kept under the version ${key}`);
      const entry: Entry = { version: '', value: undefined, load: load_ };
      entries.set(key, entry);
      return {
        get() {
          if (entry.version === '') throw new Error(`cache ${key} was read before it was loaded`);
          return entry.value as T; // put there by this cache's own load
        },
        refresh: () => load(key, entry),
      };
    },
    async start() {
      for (const [key, entry] of entries) await load(key, entry);
      schedule();
    },
    close() {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
