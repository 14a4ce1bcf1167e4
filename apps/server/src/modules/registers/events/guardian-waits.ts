import type { decideGuardian, OutputOf, ParsedInputOf } from '@linli/contract';
import { type GuardianPaper, type GuardianRelation, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { RecurringJob } from '../../../platform/jobs/worker.ts';
import type { RegisterCall } from '../deps.ts';
import { mustEdit } from '../policy.ts';
import { type Doing, journalSubjects } from '../store/journal.ts';
import { getSubjectRow } from '../subject-row.ts';
import { doingOf } from './event-scene.ts';
import { beginGuardian, endOfAge, lockPair } from './guardians.ts';

/** Where nobody confirmed it for so long, it is entered anew with the paper in hand. */
const waitsDays = 30;

/** Confirms or refuses a guardian by agreement that somebody else entered. What forbids entering it forbids confirming it, as things stand now. */
export async function answerGuardian(
  db: Db,
  call: RegisterCall<ParsedInputOf<typeof decideGuardian>>,
): Promise<OutputOf<typeof decideGuardian>> {
  const { actor, input } = call;
  mustEdit(actor, await getSubjectRow(db, input.wardId, 'read'));
  const { wardId, guardianId } = input;
  return elevated(db, async () => {
    const { ward, guardian } = await lockPair(db, input);
    mustEdit(actor, ward);
    const { rows } = await sql<{
      relation: GuardianRelation;
      paper: GuardianPaper;
      proof: string;
      since: string;
      byId: string;
    }>`delete from guardian_wait where ward_id = ${wardId} and guardian_id = ${guardianId}
      returning relation, paper, proof, since, by_id as "byId"`.execute(db);
    const wait = rows[0] ?? refuse('guardian-not-waiting');
    if (input.accept) {
      if (wait.byId === actor.accountId) refuse('second-person-needed');
      if (!mayInArea(actor, 'registers:read', guardian.path)) refuse('not-found');
      const { byId: _first, ...said } = wait;
      await beginGuardian(db, call, { ward, guardian, ...said });
    } else {
      const reason = wait.byId === actor.accountId ? 'taken-back' : 'refused';
      await journalSubjects(db, doingOf(call), 'guardian.refused', [
        { id: ward.id, path: ward.path, data: { guardianId, reason } },
      ]);
    }
    return { wardId, guardianId };
  });
}

/** Ends waiting nobody will answer: too long, or one of the two is no more in force. As the system. Answers how many. */
export async function dropStaleWaits(db: Db, now: Date): Promise<number> {
  const doing: Doing = { now, actorId: null, requestId: null };
  const { rows } = await sql<{ id: string; path: string; guardianId: string }>`delete from guardian_wait w
    using subject ward, subject guardian
    where ward.id = w.ward_id and guardian.id = w.guardian_id
      and (w.at < ${now}::timestamptz - ${waitsDays} * interval '1 day' or ward.state <> 'active' or guardian.state <> 'active')
    returning ward.id, ward.path::text as path, w.guardian_id as "guardianId"`.execute(db);
  await journalSubjects(
    db,
    doing,
    'guardian.refused',
    rows.map(({ id, path, guardianId }) => ({ id, path, data: { guardianId, reason: 'lapsed' } })),
  );
  return rows.length;
}

export const guardianJob: RecurringJob = {
  name: 'registers.guardians',
  everySeconds: 3600,
  async run(db, now) {
    await endOfAge(db, now);
    await dropStaleWaits(db, now);
  },
};
