import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { describeProcess, isAlive } from './process-state.ts';
import { connectAs, killChildren, query, startChild, tellToStop } from './start-embedded.harness.ts';
import { type EmbeddedServer, startEmbedded } from './start-embedded.ts';

const isWindows = process.platform === 'win32';
let base: string;
let shared: string;

beforeAll(() => {
  base = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'linli-embedded-'));
  chmodSync(base, 0o711);
  // Blanks, quotes, commas and Chinese are all allowed in a folder's name.
  shared = path.join(base, "陆家嘴 a,b 'c'");
});

afterEach(killChildren);

afterAll(async () => {
  await (await startEmbedded({ dataDir: shared, log: () => {}, fast: true })).stop();
  rmSync(base, { recursive: true, force: true });
});

function start(dataDir = shared): Promise<EmbeddedServer> {
  return startEmbedded({ dataDir, log: () => {}, fast: true });
}

/** The signal is sent at once, the process is gone a little later. */
async function killOutright(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (await isAlive(pid)) await sleep(5);
}

describe('the first start', () => {
  let server: EmbeddedServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  it('creates a database in UTF-8 that sorts Chinese by pinyin, and works by URL too', async () => {
    expect(server.adopted).toBe(false);
    const [settings] = await query(
      server.connection,
      `select current_setting('server_encoding'), current_setting('TimeZone'), current_setting('fsync'), datlocprovider,
         datlocale, datcollate from pg_database where datname = current_database()`,
    );
    const collate = process.platform === 'linux' ? 'C.UTF-8' : 'C';
    expect(settings).toEqual(['UTF8', 'UTC', 'off', 'i', 'zh-Hans-CN', collate]);
    const names = "select name from unnest(array['张三','李四','重庆','阿明','王五','朝阳']) name order by name";
    const sorted = await query(server.connection, names);
    expect(sorted.flat()).toEqual(['阿明', '朝阳', '重庆', '李四', '王五', '张三']);
    const client = new Client(server.connectionString);
    await client.connect();
    expect((await client.query('select current_user as name')).rows).toEqual([{ name: 'linli' }]);
    await client.end();
  });

  it('gives a role that row-level security binds and that may make the extensions and databases we need', async () => {
    const rights =
      'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user';
    expect(await query(server.connection, rights)).toEqual([[false, false, false, true]]);
    const made = `create extension ltree; create extension pg_trgm; create extension btree_gist; create schema own;`;
    await query(server.connection, made);
    await query(server.connection, 'create database own_clone template linli');
    expect(await query({ ...server.connection, database: 'own_clone' }, "select 'a.b'::ltree @> 'a.b.c'")).toEqual([
      [true],
    ]);
    await expect(query(server.connection, 'create extension amcheck')).rejects.toMatchObject({ code: '42501' });
    await expect(query(server.connection, 'create role other')).rejects.toMatchObject({ code: '42501' });
    await expect(query(server.connection, "copy (select 1) to program 'true'")).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('refuses a wrong password, an unknown role and no password, and trusts nobody', async () => {
    await expect(connectAs(server.connection, { password: 'wrong' })).rejects.toMatchObject({ code: '28P01' });
    await expect(connectAs(server.connection, { user: 'postgres' })).rejects.toMatchObject({ code: '28P01' });
    await expect(connectAs(server.connection, { user: 'nobody' })).rejects.toMatchObject({ code: '28P01' });
    await expect(connectAs(server.connection, { password: '' })).rejects.toThrow(/password/);
    const lines = readFileSync(path.join(shared, 'postgres', 'pg_hba.conf'), 'utf8')
      .split('\n')
      .filter((line) => /^\s*(local|host)/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/scram-sha-256$/);
  });

  it.skipIf(isWindows)('listens on a private socket only and keeps the passwords to itself', async () => {
    expect(await query(server.connection, 'show listen_addresses')).toEqual([['']]);
    expect(statSync(server.connection.host).mode & 0o777).toBe(0o700);
    const file = path.join(shared, 'postgres-secrets.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { rolePassword } = JSON.parse(readFileSync(file, 'utf8'));
    expect(readFileSync(path.join(shared, 'postgres.log'), 'utf8')).not.toContain(rolePassword);
  });

  it('gives the role its password and database again when they are lost', async () => {
    const { superuserPassword } = JSON.parse(readFileSync(path.join(shared, 'postgres-secrets.json'), 'utf8'));
    const superuser = { ...server.connection, user: 'postgres', database: 'postgres', password: superuserPassword };
    await query(superuser, "alter role linli password 'lost'");
    await expect(connectAs(server.connection, {})).rejects.toMatchObject({ code: '28P01' });
    const second = await start();
    expect(second.adopted).toBe(true);
    expect(await connectAs(second.connection, {})).toEqual([[1]]);
    await second.stop();
    // The first still uses it.
    expect(await connectAs(server.connection, {})).toEqual([[1]]);
  });
});

describe('losing processes', () => {
  it('adopts the server whose parent was killed, and stops it', async () => {
    const { child, report } = await startChild(shared);
    await query(report.connection, 'create table kept (id int); insert into kept select generate_series(1, 1000)');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const server = await start();
    expect(server).toMatchObject({ adopted: true, pid: report.pid });
    expect(await query(server.connection, 'select count(*)::int from kept')).toEqual([[1000]]);
    await server.stop();
    expect(await isAlive(report.pid)).toBe(false);
    await expect(connectAs(server.connection, {})).rejects.toThrow();
  });

  it('recovers from a killed server with every committed row, and ensureRunning does so in place', async () => {
    const server = await startEmbedded({ dataDir: shared, log: () => {} });
    await query(server.connection, 'create table crash as select generate_series(1, 100000) as id');
    const dead = server.pid;
    await killOutright(dead);
    expect(await server.ensureRunning()).toEqual({ restarted: true });
    expect(server.pid).not.toBe(dead);
    expect(await query(server.connection, 'select count(*)::int from crash')).toEqual([[100_000]]);
    expect(await server.ensureRunning()).toEqual({ restarted: false });

    await killOutright(server.pid);
    const next = await start();
    expect(next.adopted).toBe(false);
    expect(await query(next.connection, 'select count(*)::int from crash')).toEqual([[100_000]]);
    await server.stop();
    expect(await isAlive(next.pid)).toBe(true);
    await next.stop();
    expect(await isAlive(next.pid)).toBe(false);
  });

  it.skipIf(isWindows)('clears a lock that names another program or a zombie, though both answer signals', async () => {
    const lock = path.join(shared, 'postgres', 'postmaster.pid');
    // The shell's first child ends after "sleep" has taken the shell's place, which never looks after it.
    const keeper = spawn('/bin/sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [zombie] = await once(keeper.stdout, 'data');
    while ((await describeProcess(Number(zombie))).kind !== 'zombie') await sleep(10);
    for (const pid of [Number(zombie), process.pid]) {
      expect(process.kill(pid, 0)).toBe(true);
      writeFileSync(lock, `${pid}\n${path.dirname(lock)}\n1700000000\n5432\n\n\n0 0\nready   \n`);
      const server = await start();
      expect(server.adopted).toBe(false);
      expect(await connectAs(server.connection, {})).toEqual([[1]]);
      await server.stop();
    }
    keeper.kill();
  });
});

describe('several at once', () => {
  it('connects both processes of a first start on one folder, and the last to stop stops the server', async () => {
    const dataDir = path.join(base, 'both');
    const [first, second] = await Promise.all([startChild(dataDir), startChild(dataDir)]);
    expect(first.report.pid).toBe(second.report.pid);
    expect([first.report.adopted, second.report.adopted].sort()).toEqual([false, true]);
    await tellToStop(first.child);
    expect(await connectAs(second.report.connection, {})).toEqual([[1]]);
    await tellToStop(second.child);
    expect(await isAlive(first.report.pid)).toBe(false);
    expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});
