import type { OutboxLock } from './create-outbox.ts';

/**
 * One sender at a time across the tabs of a browser (Web Locks); where a browser lacks them, always granted: request
 * ids keep two senders harmless, only slower.
 */
export function createTabLock(name: string): OutboxLock {
  return async (work) => {
    const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
    if (locks === undefined) {
      await work();
      return true;
    }
    return locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await work();
      return true;
    });
  };
}
