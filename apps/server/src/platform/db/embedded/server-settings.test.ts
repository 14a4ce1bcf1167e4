import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMemoryBytes, writeServerSettings } from './server-settings.ts';
import { chooseSocketFolder } from './socket-folder.ts';

const gibibyte = 1024 ** 3;
const input = { socketFolder: '/data/socket', port: 5432, memoryBytes: 8 * gibibyte, fast: false };

describe('server settings', () => {
  it('listens on the socket alone, or on Windows on this machine alone', () => {
    expect(writeServerSettings(input)).toContain(`listen_addresses = ''\n`);
    expect(writeServerSettings({ ...input, socketFolder: undefined })).toContain(`listen_addresses = '127.0.0.1'\n`);
  });

  it('takes more memory only above 8 GiB, and none of the safety away unless told', () => {
    expect(writeServerSettings(input)).toContain(`shared_buffers = '256MB'`);
    expect(writeServerSettings({ ...input, memoryBytes: 8 * gibibyte + 1 })).toContain(`shared_buffers = '512MB'`);
    expect(writeServerSettings(input)).not.toMatch(/fsync|full_page_writes|synchronous_commit/);
    expect(writeServerSettings({ ...input, fast: true })).toMatch(/fsync = 'off'/);
  });

  it('quotes a folder with quotes and commas', () => {
    const text = writeServerSettings({ ...input, socketFolder: `/a'b,"c"` });
    expect(text).toContain(`unix_socket_directories = '"/a''b,""c"""'\n`);
  });

  it('knows how much memory there is', () => {
    expect(findMemoryBytes()).toBeGreaterThan(100 * 1024 ** 2);
    expect(findMemoryBytes()).toBeLessThanOrEqual(os.totalmem());
  });
});

describe('the socket folder', () => {
  it('is beside the data as long as the socket path has at most 103 bytes', () => {
    const fitting = `/${'x'.repeat(103 - '//postgres-socket/.s.PGSQL.5432'.length)}`;
    expect(chooseSocketFolder(fitting, 5432)).toBe(path.join(fitting, 'postgres-socket'));
    expect(chooseSocketFolder(`${fitting}x`, 5432)).toMatch(/linli-[0-9a-f]{16}$/);
    expect(chooseSocketFolder(`/${'里'.repeat(30)}`, 5432)).toMatch(/linli-[0-9a-f]{16}$/);
  });

  it('differs between data folders', () => {
    const [one, other] = ['a', 'b'].map((letter) => chooseSocketFolder(`/${letter.repeat(120)}`, 5432));
    expect(one).not.toBe(other);
  });
});
