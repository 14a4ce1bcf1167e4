import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPackagedServer } from './packaged-server.ts';
import { findAccount } from './server-account.ts';
import { connectAs, killChildren, startChild, tellToStop } from './start-embedded.harness.ts';
import { type EmbeddedServer, startEmbedded } from './start-embedded.ts';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';
let base: string;

beforeAll(() => {
  base = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'linli-places-'));
  chmodSync(base, 0o711);
});

afterEach(killChildren);
afterAll(() => rmSync(base, { recursive: true, force: true }));

function start(dataDir: string): Promise<EmbeddedServer> {
  return startEmbedded({ dataDir, log: () => {}, fast: true });
}

describe.skipIf(isWindows)('accounts and places', () => {
  it('works as an ordinary user, with links lost and the package not to be written', async () => {
    const uid = isRoot ? findAccount('nobody')?.uid : process.getuid?.();
    const packageFolder = copyPackageWithoutLinks(base);
    const dataDir = path.join(base, 'ordinary');
    mkdirSync(dataDir, { mode: 0o700 });
    if (isRoot) chownSync(dataDir, uid ?? 0, uid ?? 0);
    else chmodSync(path.join(packageFolder, 'native', 'lib'), 0o555);
    const { child, report } = await startChild(dataDir, packageFolder, isRoot ? String(uid) : '');
    expect(report.uid).not.toBe(0);
    expect(report.lines.join('\n')).toMatch(/copying the PostgreSQL programs to .*because .* cannot be written/);
    expect(await connectAs(report.connection, {})).toEqual([[1]]);
    expect(statSync(path.join(dataDir, 'postgres')).uid).toBe(uid);
    await tellToStop(child);
    chmodSync(path.join(packageFolder, 'native', 'lib'), 0o755);
  });

  it('puts the socket into the temporary folder when the path is too long for one', async () => {
    const server = await start(path.join(base, 'a-folder-name-that-is-much-too-long'.repeat(4)));
    expect(server.connection.host.length).toBeLessThan(88);
    expect(await connectAs(server.connection, {})).toEqual([[1]]);
    await server.stop();
    rmSync(server.connection.host, { recursive: true });
  });

  it.runIf(isRoot)(
    'as root lets only its account through a private data folder, and copies programs out of reach',
    async () => {
      const dataDir = path.join(base, 'private');
      mkdirSync(dataDir, { mode: 0o700 });
      const lines: string[] = [];
      const packageFolder = copyPackageWithoutLinks(path.join(base, 'closed'));
      chmodSync(path.join(base, 'closed'), 0o700);
      const server = await startEmbedded({ dataDir, log: (line) => lines.push(line), fast: true, packageFolder });
      expect(lines.join('\n')).toMatch(/copying the PostgreSQL programs to .*private.* because \w+ cannot reach/);
      expect(statSync(dataDir)).toMatchObject({ uid: 0, gid: statSync(path.join(dataDir, 'postgres')).gid });
      expect(statSync(dataDir).mode & 0o777).toBe(0o710);
      expect(realpathSync(path.join(dataDir, 'postgres'))).toBe(path.join(dataDir, 'postgres'));
      await server.stop();
    },
  );

  it.runIf(isRoot)('as root keeps the data where its account can reach it, and says so', async () => {
    const dataDir = path.join(base, 'closed', 'data');
    mkdirSync(dataDir, { recursive: true });
    chmodSync(path.join(base, 'closed'), 0o700);
    const lines: string[] = [];
    const server = await startEmbedded({ dataDir, log: (line) => lines.push(line), fast: true });
    const cluster = realpathSync(path.join(dataDir, 'postgres'));
    expect(cluster).toMatch(/^\/var\/lib\/linli\/postgres-new-/);
    expect(lines.join('\n')).toContain(cluster);
    expect(statSync(cluster).uid).not.toBe(0);
    await server.stop();
    const again = await start(dataDir);
    expect(await connectAs(again.connection, {})).toEqual([[1]]);
    await again.stop();
    rmSync(path.dirname(cluster), { recursive: true });
  });

  function copyPackageWithoutLinks(parent: string): string {
    const folder = path.join(parent, 'package');
    const packaged = findPackagedServer().folder;
    cpSync(path.join(packaged, 'native'), path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
    for (const { target } of listLinks(packaged)) rmSync(path.join(folder, target), { force: true });
    cpSync(path.join(packaged, 'package.json'), path.join(folder, 'package.json'));
    return folder;
  }

  function listLinks(folder: string): { target: string }[] {
    const list = path.join(folder, 'native', 'pg-symlinks.json');
    return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  }
});
