import { type RightsRequest, rightsTicksOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { cancelDue, type DueHandler, scheduleDue } from '../../platform/jobs/due-work.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { deskCalendar, type PrivacyDeps } from './deps.ts';
import { findRights } from './store.ts';

const clockKind = 'rights.clock';
type Clocked = Pick<RightsRequest, 'state' | 'dueAt' | 'latestAt' | 'waitingSince'> & { id: string };

/** Sets when a request rings next, or that it rings no more. In the transaction of the step. */
export async function setRightsClock(db: Db, deps: Pick<PrivacyDeps, 'holidays'>, request: Clocked, now: Date) {
  const next = rightsTicksOf(request, deskCalendar(deps)).find(({ at }) => at > now);
  if (!next) return cancelDue(db, clockKind, [request.id]);
  return scheduleDue(db, [{ kind: clockKind, key: request.id, at: next.at, data: { since: now.toISOString() } }]);
}

/** Writes into the journal what has come since the clock was set (`rights.due-soon`, `rights.overdue`, `rights.latest-soon`), and sets it again. */
function rightsClockHandler(deps: Pick<PrivacyDeps, 'holidays'>): DueHandler {
  return async (db, item, now) => {
    const [row] = await findRights(db, sql`id = ${item.key}::uuid`, sql`for update`);
    if (!row) return;
    const since = typeof item.data.since === 'string' ? new Date(item.data.since) : now;
    const come = rightsTicksOf(row, deskCalendar(deps))
      .filter(({ at }) => at > since && at <= now)
      // A worker that slept: what is late is not also due soon.
      .filter(({ tick }) => tick !== 'due-soon' || now < row.dueAt);
    await appendJournal(
      db,
      come.map(({ tick }) => ({
        at: now,
        kind: `rights.${tick}`,
        noun: 'rights',
        nounId: row.id,
        path: row.path.split('.')[0] ?? row.path,
        actorId: null,
        requestId: null,
        data: { kind: row.kind, state: row.state, number: row.number, accountId: row.accountId },
      })),
    );
    await setRightsClock(db, deps, row, now);
  };
}

export const rightsClockHandlers = (deps: Pick<PrivacyDeps, 'holidays'>): Readonly<Record<string, DueHandler>> => ({
  [clockKind]: rightsClockHandler(deps),
});
