import { once } from 'node:events';
import { createServer } from 'node:net';

const words: Record<string, string> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'may not be used by this account',
  EADDRNOTAVAIL: 'is not an address of this machine',
  ENOTFOUND: 'is not an address of this machine',
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
    const another = port === 65535 ? port - 1 : port + 1;
    throw new Error(`PORT, HOST: ${host}:${port} ${why}; choose another, for example PORT=${another}`);
  }
  server.close();
  await once(server, 'close');
}
