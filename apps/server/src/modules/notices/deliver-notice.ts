import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import { afterCommit, type Database, type Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { cancelDue, type DueHandler, scheduleDue } from '../../platform/jobs/due-work.ts';
import type { Log } from '../../platform/log.ts';
import { type Channel, passingFaults, type SendResult } from './channel.ts';
import { nextLoudTime } from './quiet-hours.ts';
import { type DeliveryInHand, findDelivery, insertDeliveries, updateDelivery } from './store.ts';

export const deliverKind = 'notice.deliver';
const mostTries = 6;
/** Whoever sends has this long; a process that dies meanwhile leaves the delivery to the next one. */
const leaseMinutes = 5;
/** After a channel was unavailable nobody asks it for this long: a silent gateway must not hold up deadlines. */
const restMs = 60_000;

export interface DeliverDeps {
  database: Database;
  clock: Clock;
  log: Log;
  crypto: Crypto;
  channels: readonly Channel[];
}

/**
 * One try of one delivery. Read meanwhile: not needed. By night and not urgent: in the morning. Nothing is sent between begin and
 * commit: the try is leased first and sent after, so a message may go out twice after a crash, but is never forgotten.
 */
export function createDeliverHandler(deps: DeliverDeps): DueHandler {
  const restUntil = new Map<string, number>();

  return async (db, item, now) => {
    const delivery = await findDelivery(db, item.key);
    if (!delivery || (delivery.state !== 'waiting' && delivery.state !== 'sending')) return;
    const again = (at: Date) => scheduleDue(db, [{ kind: deliverKind, key: item.key, at, data: item.data }]);
    if (delivery.readAt) return updateDelivery(db, delivery.id, { state: 'not-needed', doneAt: now });
    const loud = item.data.urgent === true ? now : nextLoudTime(now);
    if (loud > now) return again(loud);
    const rest = restUntil.get(delivery.channel) ?? 0;
    if (rest > now.getTime()) return again(new Date(rest));
    const channel = deps.channels.find((c) => c.name === delivery.channel);
    if (!channel) return updateDelivery(db, delivery.id, { state: 'failed', problem: 'channel-gone', doneAt: now });
    if (!delivery.phoneEncrypted) return updateDelivery(db, delivery.id, { state: 'no-address', doneAt: now });
    const phone = deps.crypto.decrypt(delivery.phoneEncrypted, 'phone');
    const tries = delivery.tries + 1;
    await updateDelivery(db, delivery.id, {
      state: 'sending',
      tries,
      addressHash: deps.crypto.lookupHash(phone, 'phone'),
    });
    await again(new Date(now.getTime() + leaseMinutes * 60_000));
    afterCommit(db, async () => {
      const result = await channel.send({ phone, template: 'case-notice', params: { number: delivery.number } });
      if (!result.ok && result.fault === 'unavailable') restUntil.set(channel.name, now.getTime() + restMs);
      await recordResult({ ...delivery, tries }, result, item.data);
    });
  };

  /** Never throws: the work is already taken off the list, and the lease brings it back. */
  async function recordResult(
    delivery: DeliveryInHand,
    result: SendResult,
    data: Record<string, unknown>,
  ): Promise<void> {
    try {
      await deps.database.asSystem((db) => settle(db, delivery, result, data));
    } catch (error) {
      deps.log.warn({ err: error, delivery: delivery.id }, 'notices: a result could not be kept; it is tried again');
    }
  }

  async function settle(
    db: Db,
    delivery: DeliveryInHand,
    result: SendResult,
    data: Record<string, unknown>,
  ): Promise<void> {
    const now = deps.clock.now();
    if (result.ok) {
      await updateDelivery(db, delivery.id, { state: 'sent', problem: null, doneAt: now });
      return cancelDue(db, deliverKind, [delivery.id]);
    }
    const { fault, code } = result;
    if (fault === 'account' || fault === 'setup')
      deps.log.error({ channel: delivery.channel, code }, 'notices: the channel refuses us; see its account and setup');
    if (passingFaults.includes(fault) && delivery.tries < mostTries) {
      await updateDelivery(db, delivery.id, { state: 'waiting', problem: code });
      const waitMinutes = Math.min(60, 2 ** (delivery.tries - 1));
      const at = new Date(now.getTime() + waitMinutes * 60_000);
      return scheduleDue(db, [{ kind: deliverKind, key: delivery.id, at, data }]);
    }
    await updateDelivery(db, delivery.id, { state: 'failed', problem: code, doneAt: now });
    await cancelDue(db, deliverKind, [delivery.id]);
    await fallBack(db, delivery, data, now);
  }

  /** The next channel in the order they were set up. */
  async function fallBack(db: Db, delivery: DeliveryInHand, data: Record<string, unknown>, now: Date): Promise<void> {
    const able = deps.channels.filter((c) => c.templates.includes('case-notice'));
    const next = able[able.findIndex((c) => c.name === delivery.channel) + 1];
    if (!next || next.name === delivery.channel) return;
    const id = newId();
    await insertDeliveries(db, [
      {
        id,
        noticeId: delivery.noticeId,
        channel: next.name,
        addressHash: null,
        template: 'case-notice',
        state: 'waiting',
        tries: 0,
        problem: null,
        at: now,
        doneAt: null,
      },
    ]);
    await scheduleDue(db, [{ kind: deliverKind, key: id, at: now, data }]);
  }
}
