import { sql } from 'kysely';
import { afterCommit, type Database, type Db } from '../db/database.ts';
import { cancelDue, type DueHandler, scheduleDue } from '../jobs/due-work.ts';
import type { RecurringJob } from '../jobs/worker.ts';
import type { Log } from '../log.ts';
import type { Files } from './create-files.ts';
import { lockFiles } from './file-rows.ts';

const keptHours = 48;
/** Rows of one transaction; the next turn takes the next. */
const mostRows = 500;
const removeKind = 'file.remove';
const moreKind = 'file.sweep';
/** Whoever removes bytes has this long; a process that dies meanwhile leaves them to the next one. */
const leaseMinutes = 10;

/**
 * Photos that were uploaded and never became part of anything. Their rows go first, in one short transaction that leaves the bytes as due
 * work; the bytes follow one by one between transactions, so that nobody waits for a slow store.
 */
export const sweepFilesJob: RecurringJob = { name: 'file.sweep', everySeconds: 86_400, run: sweep };

async function sweep(db: Db, now: Date): Promise<void> {
  const { rows } = await sql<{ hash: string; thumb: string | null }>`delete from file where hash in (
      select hash from file where wanted_at < ${now}::timestamptz - ${keptHours} * interval '1 hour'
        and not exists (select from case_file c where c.hash = file.hash)
        and not exists (select from consent_photo p where p.hash = file.hash)
      order by hash limit ${mostRows} for update skip locked)
    returning hash, thumb_hash as thumb`.execute(db);
  await removeBytes(db, rows, now);
  if (rows.length === mostRows) await scheduleDue(db, [{ kind: moreKind, key: 'more', at: now, data: {} }]);
}

/** The bytes of photos whose rows this transaction deletes go after its commit, as due work. */
export async function removeBytes(
  db: Db,
  photos: readonly { hash: string; thumb: string | null }[],
  now: Date,
): Promise<void> {
  const hashes = new Set(photos.flatMap(({ hash, thumb }) => (thumb === null ? [hash] : [hash, thumb])));
  await scheduleDue(
    db,
    [...hashes].map((hash) => ({ kind: removeKind, key: hash, at: now, data: {} })),
  );
}

export function sweepFilesHandlers(deps: {
  database: Database;
  files: Pick<Files, 'remove'>;
  log: Log;
}): Readonly<Record<string, DueHandler>> {
  const { database, files, log } = deps;
  return {
    [moreKind]: (db, _item, now) => sweep(db, now),
    [removeKind]: async (db, { key: hash }, now) => {
      const again = new Date(now.getTime() + leaseMinutes * 60_000);
      await scheduleDue(db, [{ kind: removeKind, key: hash, at: again, data: {} }]);
      afterCommit(db, async () => {
        try {
          await database.asSystem((own) => removeUnnamed(own, files, hash));
          await database.asSystem((own) => cancelDue(own, removeKind, [hash]));
        } catch (error) {
          log.warn({ err: error }, 'files: bytes could not be removed; tried again in ten minutes');
        }
      });
    },
  };
}

/** Not when the same bytes were uploaded again meanwhile, or are the thumbnail of another photo. Writes nothing: readers of the journal do not wait. */
async function removeUnnamed(db: Db, files: Pick<Files, 'remove'>, hash: string): Promise<void> {
  await lockFiles(db, [hash], 'alone');
  const { rows } = await sql`select from file where hash = ${hash}
    union all select from file where thumb_hash = ${hash} limit 1`.execute(db);
  if (rows.length === 0) await files.remove(hash);
}
