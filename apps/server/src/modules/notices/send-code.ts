import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import type { Channel } from './channel.ts';
import { recordAtOnce } from './record-at-once.ts';
import type { DeliveryState } from './tables.ts';

/**
 * Sends a sign-in code at once: somebody waits for it, so quiet hours do not count and nothing is tried again. In demonstration
 * mode nothing leaves the machine: the page shows the code. Without a channel, or when none takes it, refused as `unavailable`.
 */
export function createSendCode(deps: {
  database: Database;
  clock: Clock;
  log: Log;
  crypto: Crypto;
  channels: readonly Channel[];
  demo: boolean;
}): (phone: string, code: string) => Promise<void> {
  const { log, demo } = deps;
  const able = deps.channels.filter((channel) => channel.templates.includes('sign-in-code'));

  const record = (phone: string, channel: string, state: DeliveryState, problem: string | null) =>
    recordAtOnce(deps, { phone, template: 'sign-in-code', channel, state, problem });

  return async (phone, code) => {
    if (demo) return record(phone, 'demo', 'shown', null);
    for (const channel of able) {
      const result = await channel.send({ phone, template: 'sign-in-code', params: { code } });
      await record(phone, channel.name, result.ok ? 'sent' : 'failed', result.ok ? null : result.code);
      if (result.ok) return;
      if (result.fault === 'number')
        refuse('input-invalid', {}, { fields: [{ path: 'phone', code: 'invalid', params: {} }] });
      if (result.fault === 'account' || result.fault === 'setup')
        log.error(
          { channel: channel.name, code: result.code },
          'sign-in codes cannot be sent; see the channel’s account',
        );
    }
    refuse('unavailable');
  };
}
