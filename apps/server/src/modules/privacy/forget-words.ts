import { retentionDays } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { removeBytes } from '../../platform/files/index.ts';
import type { RecurringJob } from '../../platform/jobs/worker.ts';
import { noName } from '../registers/index.ts';

/** Records of how requests were dealt with stand at least three years (PIPL art. 56); so long as the longest of a person's own data. */
const recordDays = retentionDays.care;
/** Where the table wants words. */
const noWords = '—';

/**
 * The words of requests and agreements go when their time is over, or nothing else is known of the person any more. That there was a request
 * or an agreement, when and with what outcome, stays: the proof of having answered holds nobody's words.
 */
export const forgetWordsJob: RecurringJob = { name: 'privacy.forget-words', everySeconds: 3600, run: forgetWords };

/** As the system. */
export async function forgetWords(db: Db, now: Date): Promise<void> {
  const over = sql`(r.state in ('answered', 'taken-back') and (coalesce(r.answered_at, r.submitted_at) < ${now}::timestamptz - ${recordDays} * interval '1 day'
    or exists (select from subject s where s.id = r.subject_id and s.name = ${noName})))`;
  await sql`update rights_step t set words = '' from rights_request r where r.id = t.request_id and t.words <> '' and ${over}`.execute(
    db,
  );
  await sql`update rights_request r set words = '', wanted_sealed = null, about = null,
      answer = case when r.answer is null then null else ${noWords} end
    where (r.words <> '' or r.wanted_sealed is not null or r.about is not null or r.answer <> ${noWords}) and ${over}`.execute(
    db,
  );
  const forgotten = sql`(select c.id from consent c join subject s on s.id = c.subject_id where s.name = ${noName} and s.state <> 'active')`;
  const { rows: photos } = await sql<{
    hash: string;
  }>`delete from consent_photo p where p.consent_id in ${forgotten} returning hash`.execute(db);
  await dropPhotos(
    db,
    photos.map(({ hash }) => hash),
    now,
  );
  await sql`update consent c set evidence = '', withdrawn_evidence = ''
    where (c.evidence <> '' or c.withdrawn_evidence <> '') and c.id in ${forgotten}`.execute(db);
  await sql`delete from data_copy where expires_at < ${now}::timestamptz - ${recordDays} * interval '1 day'`.execute(
    db,
  );
}

/** Photographs nothing shows any more. Their bytes follow once this is committed: undone, it leaves no row without its photograph. */
async function dropPhotos(db: Db, hashes: readonly string[], now: Date): Promise<void> {
  if (hashes.length === 0) return;
  const { rows } = await sql<{ hash: string; thumb: string | null }>`delete from file
    where hash = any(${[...hashes]}::text[]) and not exists (select from case_file c where c.hash = file.hash)
      and not exists (select from consent_photo p where p.hash = file.hash)
    returning hash, thumb_hash as thumb`.execute(db);
  await removeBytes(db, rows, now);
}
