import type { CaseState } from '@linli/domain';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Consumer, JournalRow } from '../../platform/journal/index.ts';
import type { CaseEventData } from '../cases/index.ts';
import { findBulletinMessage } from './bulletin-message.ts';
import { addMessage, wakeDelivery } from './outbox.ts';
import { partnerKinds } from './partner-kinds.ts';
import { findSharedCases, type SharedCaseRow } from './shared-case-row.ts';
import { sharedMessage } from './shared-message.ts';

/** Turns rows of the journal into messages for partners: what of a shared case is theirs to know, in the journal's order. */
export function createPartnerConsumer(deps: { clock: Clock }): Consumer {
  return {
    name: 'partners',
    async handle(db, rows) {
      const now = deps.clock.now();
      const ids = (noun: string) => [...new Set(rows.filter((row) => row.noun === noun).map((row) => row.noun_id))];
      const shared = await findSharedCases(db, { caseIds: ids('case'), ids: ids('shared-case') });
      const woken = new Set<string>();
      for (const row of rows) {
        const partnerId = row.kind === partnerKinds.bulletinMade ? await tellBulletin(db, row, now) : null;
        if (partnerId) woken.add(partnerId);
        for (const one of shared.filter((s) => s.case_id === row.noun_id || s.id === row.noun_id)) {
          if (isSeen(one, row)) continue;
          await tellSharedCase(db, one, row, now);
          woken.add(one.partner_id);
        }
      }
      for (const one of shared) await keep(db, one);
      await wakeDelivery(db, [...woken], now);
    },
  };
}

/** Rows come in the order (xid, seq); what is not after the last one seen was read before a rewind. */
function isSeen(one: SharedCaseRow, row: JournalRow): boolean {
  if (one.seen_xid === row.xid) return BigInt(row.seq) <= BigInt(one.seen_seq);
  return BigInt(row.xid) < BigInt(one.seen_xid);
}

/** Changes `one` as it goes: later rows of the batch build on it. */
async function tellSharedCase(db: Db, one: SharedCaseRow, row: JournalRow, now: Date): Promise<void> {
  one.seen_xid = row.xid;
  one.seen_seq = row.seq;
  const message = { partnerId: one.partner_id, sourceSeq: row.seq, now };
  if (row.noun === 'case') {
    if (!noteState(one, row) || !one.told) return;
    return addMessage(db, { ...message, kind: 'linli.case-state.v1', data: await stateMessage(db, one) });
  }
  // A case's own row may stand before the row of its sharing though it was written after: it is noted by then.
  if (one.our_state === null) noteState(one, row);
  switch (row.kind) {
    case partnerKinds.shared:
      one.told = true;
      return addMessage(db, { ...message, kind: 'linli.case-shared.v1', data: await sharedMessage(db, one) });
    case partnerKinds.received:
      one.told = true;
      return addMessage(db, { ...message, kind: 'linli.case-state.v1', data: await stateMessage(db, one) });
    case partnerKinds.told: {
      const words = await db
        .selectFrom('shared_words')
        .selectAll()
        .where('id', '=', String(row.data.wordsId))
        .executeTakeFirstOrThrow();
      const data = { number: one.number, id: words.id, words: words.words, at: words.said_at.toISOString() };
      return addMessage(db, { ...message, kind: 'linli.case-words.v1', data });
    }
    default:
      return;
  }
}

/** True when the row says another state than the one known. */
function noteState(one: SharedCaseRow, row: JournalRow): boolean {
  const data = row.data as Partial<CaseEventData>; // written by caseEvent, or with the same `state` by this module
  if (data.state === undefined || data.state === one.our_state) return false;
  one.our_state = data.state as CaseState; // the loop's own states
  one.our_state_at = row.at;
  one.our_on_time = data.onTime?.total ?? data.onTime?.handle ?? null;
  return true;
}

async function stateMessage(db: Db, one: SharedCaseRow) {
  const { number } = await db
    .selectFrom('cases')
    .select('number')
    .where('id', '=', one.case_id)
    .executeTakeFirstOrThrow();
  if (one.our_state === null || one.our_state_at === null) throw new Error('a shared case has a state');
  return {
    number: one.number,
    ownNumber: number,
    state: one.our_state,
    at: one.our_state_at.toISOString(),
    onTime: one.our_on_time,
  };
}

async function keep(db: Db, one: SharedCaseRow): Promise<void> {
  await db
    .updateTable('shared_case')
    .set({
      told: one.told,
      seen_xid: one.seen_xid,
      seen_seq: one.seen_seq,
      our_state: one.our_state,
      our_state_at: one.our_state_at,
      our_on_time: one.our_on_time,
    })
    .where('id', '=', one.id)
    .execute();
}

async function tellBulletin(db: Db, row: JournalRow, now: Date): Promise<string | null> {
  const found = await findBulletinMessage(db, row.noun_id);
  if (!found) return null;
  const { partnerId, data } = found;
  await db.selectFrom('partner').select('id').where('id', '=', partnerId).forUpdate().execute();
  await addMessage(db, { partnerId, kind: 'linli.bulletin.v1', data, sourceSeq: row.seq, now });
  return partnerId;
}
