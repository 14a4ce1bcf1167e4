import type { OutputOf, ParsedInputOf, recordLettingCheck } from '@linli/contract';
import { addDays, dayOf, type LettingFault, lettingDays, lettingFaults } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { RegisterCall, RegisterDeps } from '../deps.ts';
import { readEntries } from '../entry/read-entries.ts';
import { writeEntries } from '../entry/write-entries.ts';
import { checkDay, doingOf } from '../events/event-scene.ts';
import { mustBeThere, mustEdit } from '../policy.ts';
import { postWords } from '../reader-words.ts';
import { journalSubjects } from '../store/journal.ts';
import { getSubjectRow } from '../subject-row.ts';

/** Keeps what was found, takes the place of the check before, and says so in the home's own fields: ledgers and tags read those. */
export async function checkLetting(
  db: Db,
  deps: RegisterDeps,
  call: RegisterCall<ParsedInputOf<typeof recordLettingCheck>>,
): Promise<OutputOf<typeof recordLettingCheck>> {
  const { actor, input, now } = call;
  const home = await getSubjectRow(db, input.homeId, 'lock');
  mustEdit(actor, home);
  if (home.noun !== 'home') refuse('noun-wrong');
  mustBeThere(home);
  checkDay(home, input.on, now);
  if (home.fields.use !== 'let') refuse('home-not-let');
  const failed = [...new Set(input.failed)];
  const mendBy = failed.length === 0 ? null : (input.mendBy ?? refuse('mend-day-wrong'));
  if (mendBy !== null && (mendBy < dayOf(now) || mendBy > addDays(dayOf(now), lettingDays.mendAtMost)))
    refuse('mend-day-wrong');
  const accountId = actor.accountId ?? refuse('sign-in-needed');
  const by = postWords(actor, deps.directory.get(), home.path);
  const checkId = newId();
  const state = failed.length === 0 ? 'passed' : 'mending';
  const doing = doingOf(call);
  return elevated(db, async () => {
    const { rows: newer } = await sql`select 1 from letting_check
      where home_id = ${home.id} and superseded_at is null and on_day > ${input.on}`.execute(db);
    if (newer.length > 0) refuse('event-day-wrong');
    await sql`update letting_check set superseded_at = ${now} where home_id = ${home.id} and superseded_at is null`.execute(
      db,
    );
    await sql`insert into letting_check (id, home_id, on_day, failed, mend_by, by_id, by_words, at)
      values (${checkId}, ${home.id}, ${input.on}, ${failed}::text[], ${mendBy}, ${accountId}, ${by.words}, ${now})`.execute(
      db,
    );
    const read = readEntries(
      'home',
      [
        { code: 'letStandard', value: state, since: input.on },
        { code: 'letFault', value: faultWords(failed), since: input.on },
      ],
      { today: dayOf(now), mayEnter: () => true },
    );
    const { source } = input;
    await writeEntries(db, deps.crypto, { subject: home, read, source, sourceId: checkId, doing, journal: 'changed' });
    await journalSubjects(db, doing, 'letting.checked', [
      { id: home.id, path: home.path, data: { checkId, failed, mendBy } },
    ]);
    return { checkId, state };
  });
}

function faultWords(failed: readonly LettingFault[]): string {
  return failed.length === 0 ? '无' : failed.map((code) => lettingFaults[code].zh).join('、');
}
