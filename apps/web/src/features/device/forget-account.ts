import type { DeviceDatabase } from './device-database.ts';

/** Removes what the phone kept of an account's reading, on signing out. What waits in its outbox stays. */
export async function forgetAccount(database: DeviceDatabase, account: string): Promise<void> {
  await database.kept.where('account').anyOf([account, '']).delete();
}
