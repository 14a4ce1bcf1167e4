import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { refuseTakenPort } from './taken-port.ts';

it('names a port that another program has, and leaves a free one free', async () => {
  const other = createServer().listen({ host: '127.0.0.1', port: 0 });
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo; // listening on an address, not on a pipe
  await expect(refuseTakenPort({ host: '127.0.0.1', port })).rejects.toThrow(
    `127.0.0.1:${port} is taken by another program; set PORT`,
  );
  other.close();
  await once(other, 'close');
  await refuseTakenPort({ host: '127.0.0.1', port });
  await refuseTakenPort({ host: '127.0.0.1', port });
});

it('says that an address is not of this machine', async () => {
  await expect(refuseTakenPort({ host: '192.0.2.1', port: 0 })).rejects.toThrow(
    'is not an address of this machine; set HOST',
  );
});
