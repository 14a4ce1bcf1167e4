import { mkdirSync } from 'node:fs';
import { canEnter, type ServerAccount } from './server-account.ts';

/** Where a root installation keeps what the server's account cannot reach in the data folder. */
const systemFolder = '/var/lib/linli';

/**
 * Finds a folder that the server's account can walk into, for the database or a copy of the programs: the data folder,
 * else (as root, when say /root bars the way) /var/lib/linli.
 * @throws Error when neither will do
 */
export function findReachableFolder(dataDir: string, account: ServerAccount | undefined): string {
  if (canEnter(account, dataDir)) return dataDir;
  try {
    mkdirSync(systemFolder, { recursive: true, mode: 0o711 });
  } catch {
    // Said below, together with the way out.
  }
  if (canEnter(account, systemFolder)) return systemFolder;
  throw new Error(
    `The database runs as ${account?.name}, which can enter neither ${dataDir} nor ${systemFolder}: choose a DATA_DIR it can enter.`,
  );
}
