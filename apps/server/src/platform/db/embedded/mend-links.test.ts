import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listMissingLinks, mendLinks } from './mend-links.ts';
import { binaryPath, findPackagedServer } from './packaged-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'linli-links-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function writePackage(links: unknown): void {
  mkdirSync(path.join(folder, 'native', 'lib'), { recursive: true });
  writeFileSync(path.join(folder, 'native', 'lib', 'liba.so.1.2'), 'library');
  writeFileSync(path.join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
}

describe('mending links', () => {
  it('makes lost and dangling links, relative, and is done the second time', () => {
    const links = ['liba.so.1', 'liba.so'].map((name) => ({
      source: 'native/lib/liba.so.1.2',
      target: `native/lib/${name}`,
    }));
    writePackage(links);
    symlinkSync('nowhere', path.join(folder, 'native/lib/liba.so'));
    expect(listMissingLinks(folder)).toHaveLength(2);
    expect(mendLinks(folder)).toEqual(['native/lib/liba.so.1', 'native/lib/liba.so']);
    expect(readlinkSync(path.join(folder, 'native/lib/liba.so'))).toBe('liba.so.1.2');
    expect(readFileSync(path.join(folder, 'native/lib/liba.so.1'), 'utf8')).toBe('library');
    expect(mendLinks(folder)).toEqual([]);
  });

  it('makes no link to a file that is not there, and bears a package without a list', () => {
    writePackage([{ source: 'native/lib/libb.so.9', target: 'native/lib/libb.so' }, 'nonsense']);
    expect(mendLinks(folder)).toEqual([]);
    rmSync(path.join(folder, 'native', 'pg-symlinks.json'));
    expect(mendLinks(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('turns a server that does not load into one that does', () => {
    const packaged = findPackagedServer();
    for (const part of ['bin', 'lib', 'pg-symlinks.json']) {
      const to = path.join(folder, 'native', part);
      cpSync(path.join(packaged.folder, 'native', part), to, { recursive: true, verbatimSymlinks: true });
    }
    rmSync(path.join(folder, 'native', 'lib', 'libicui18n.so.60'), { force: true });
    const program = binaryPath({ ...packaged, folder }, 'postgres');
    expect(String(spawnSync(program, ['--version']).stderr)).toContain('libicui18n.so.60');
    mendLinks(folder);
    expect(String(spawnSync(program, ['--version']).stdout)).toContain('PostgreSQL) 18');
  });
});
