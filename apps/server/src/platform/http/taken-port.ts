import { once } from 'node:events';
import { createServer } from 'node:net';

const noAddress = 'is not an address of this machine; set HOST to one that is, for example HOST=127.0.0.1';
const words: Record<string, string> = {
  EADDRINUSE: 'is taken by another program; set PORT to a free one',
  EACCES: 'may not be used by this account; set PORT to 1024 or above',
  EADDRNOTAVAIL: noAddress,
  ENOTFOUND: noAddress,
};

/** Throws in plain words when nobody could listen there. */
export async function refuseTakenPort({ host, port }: { host: string; port: number }): Promise<void> {
  const server = createServer();
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    const why = words[(error as NodeJS.ErrnoException).code ?? ''];
    if (!why) throw error;
    throw new Error(`PORT, HOST: ${host}:${port} ${why}`);
  }
  server.close();
  await once(server, 'close');
}
