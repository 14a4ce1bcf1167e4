import type { Clock } from '../../platform/clock.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Log } from '../../platform/log.ts';
import type { SendInvitation } from '../cases/index.ts';
import type { Channel } from './channel.ts';
import { recordAtOnce } from './record-at-once.ts';
import type { DeliveryState } from './tables.ts';

/**
 * Sends the code of an invitation to a telephone, at once and once: whoever invites waits for it, and hands the code over otherwise where
 * it fails. In demonstration mode nothing leaves the machine.
 */
export function createSendInvitation(deps: {
  database: Database;
  clock: Clock;
  log: Pick<Log, 'error'>;
  crypto: Crypto;
  channels: readonly Channel[];
  demo: boolean;
}): SendInvitation {
  const { log, demo } = deps;
  const able = deps.channels.filter((channel) => channel.templates.includes('invitation'));

  const record = (phone: string, channel: string, state: DeliveryState, problem: string | null) =>
    recordAtOnce(deps, { phone, template: 'invitation', channel, state, problem });

  async function sendByAny(phone: string, code: string, until: Date): ReturnType<SendInvitation> {
    if (demo) {
      await record(phone, 'demo', 'shown', null);
      return 'shown';
    }
    // Good until the end of its last day.
    const day = dayOf(new Date(until.getTime() - 1));
    for (const channel of able) {
      const result = await channel.send({ phone, template: 'invitation', params: { code, day } });
      await record(phone, channel.name, result.ok ? 'sent' : 'failed', result.ok ? null : result.code);
      if (result.ok) return 'sent';
      if (result.fault === 'account' || result.fault === 'setup')
        log.error(
          { channel: channel.name, code: result.code },
          'invitations cannot be sent; see the channel’s account',
        );
    }
    return 'failed';
  }

  return async (phone, code, until) => {
    try {
      return await sendByAny(phone, code, until);
    } catch (error) {
      log.error({ err: error }, 'an invitation could not be sent');
      return 'failed';
    }
  };
}
