import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { StoredFile } from './create-files.ts';

const fileLock = 0x6c_66_69_6c;

/**
 * Until the end of the transaction. Uploads share it, whoever removes bytes has it alone: the same picture sent again while it is removed is
 * stored again. Of other pictures nobody waits for a slow store.
 */
export async function lockFiles(db: Db, hashes: readonly string[], how: 'shared' | 'alone'): Promise<void> {
  const lock = sql.raw(how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  for (const hash of hashes) await sql`select ${lock}(${fileLock}::int, hashtext(${hash}))`.execute(db);
}

/** A photo that is about to be stored. The same content again is the same file, wanted once more. As the system. */
export async function recordPhoto(db: Db, file: StoredFile, by: string | null, now: Date): Promise<void> {
  await lockFiles(db, file.thumbHash === undefined ? [file.hash] : [file.hash, file.thumbHash], 'shared');
  await db
    .insertInto('file')
    .values({
      hash: file.hash,
      kind: 'photo',
      content_type: file.contentType,
      bytes: file.bytes,
      width: file.width ?? null,
      height: file.height ?? null,
      thumb_hash: file.thumbHash ?? null,
      created_at: now,
      created_by: by,
      wanted_at: now,
    })
    .onConflict((c) => c.column('hash').doUpdateSet({ wanted_at: now }))
    .execute();
}

/** Which of these were uploaded and are still there. Naming one keeps it from the sweep until it is part of something. */
export async function wantFiles(db: Db, hashes: readonly string[], now: Date): Promise<string[]> {
  const known = await sql<{
    hash: string;
    old: boolean;
  }>`select hash, wanted_at < ${now}::timestamptz - interval '1 day' as old
    from file where hash = any(${[...hashes]}::text[])`.execute(db);
  const old = known.rows.filter((row) => row.old).map(({ hash }) => hash);
  const young = known.rows.filter((row) => !row.old).map(({ hash }) => hash);
  if (old.length === 0) return young;
  // In one order, so that two who name the same pictures do not wait for each other.
  const kept = await sql<{ hash: string }>`update file set wanted_at = ${now}
    where hash in (select hash from file where hash = any(${old}::text[]) order by hash for update) returning hash`.execute(
    db,
  );
  return [...young, ...kept.rows.map(({ hash }) => hash)];
}
