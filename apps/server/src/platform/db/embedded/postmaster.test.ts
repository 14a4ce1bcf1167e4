import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPostmaster, removeStaleLock } from './postmaster.ts';
import { describeProcess, type ProcessState } from './process-state.ts';

let cluster: string;
let lock: string;
beforeEach(() => {
  cluster = mkdtempSync(path.join(os.tmpdir(), 'linli-lock-'));
  lock = path.join(cluster, 'postmaster.pid');
});
afterEach(() => rmSync(cluster, { recursive: true }));

function writeLock(status = 'ready   '): string {
  const text = `4242\n${cluster}\n1700000000\n5432\n${cluster}\n\n  1 2\n${status}\n`;
  writeFileSync(lock, text);
  return text;
}

function find(state: ProcessState) {
  return findPostmaster(cluster, async () => state);
}

function running(command: string, workFolder?: string): ProcessState {
  return { kind: 'running', command, workFolder };
}

describe('finding the postmaster', () => {
  it('finds none without a lock, or when its process is gone', async () => {
    expect(await find({ kind: 'unknown' })).toEqual({ kind: 'none' });
    writeLock();
    expect(await find({ kind: 'gone' })).toEqual({ kind: 'none' });
  });

  it('finds a running one, ready or not, by its folder or its arguments', async () => {
    writeLock();
    const postmaster = { pid: 4242, port: 5432, socketFolder: cluster, isReady: true };
    expect(await find(running('/x/postgres -D elsewhere', cluster))).toEqual({ kind: 'running', postmaster });
    expect(await find(running(`/x/postgres -D ${cluster}`))).toEqual({ kind: 'running', postmaster });
    expect(await find(running('postgres.exe'))).toEqual({ kind: 'running', postmaster });
    expect(await find({ kind: 'unknown' })).toEqual({ kind: 'running', postmaster });
    writeLock('starting');
    expect(await find(running('postgres', cluster))).toMatchObject({ postmaster: { isReady: false } });
    writeFileSync(lock, '4242\n');
    expect(await find(running('postgres', cluster))).toMatchObject({ postmaster: { isReady: false } });
  });

  it('takes a zombie, another program and another cluster for stale', async () => {
    writeLock();
    expect(await find({ kind: 'zombie' })).toMatchObject({ kind: 'stale', pid: 4242 });
    expect(await find(running('node postgres-like.js', cluster))).toMatchObject({ kind: 'stale' });
    expect(await find(running('/x/postgres -D /other', '/other'))).toMatchObject({ kind: 'stale' });
    expect(await find(running('/x/postgres -D /other'))).toMatchObject({ kind: 'stale' });
  });

  it('waits for an empty lock that is new, not for one that is old', async () => {
    writeFileSync(lock, '');
    expect(await find({ kind: 'gone' })).toEqual({ kind: 'unclear' });
    utimesSync(lock, 1, 1);
    expect(await find({ kind: 'gone' })).toMatchObject({ kind: 'stale', pid: 0 });
  });
});

describe('removing a stale lock', () => {
  it('removes it with the socket lock of the same server', () => {
    const lockText = writeLock();
    const socketLock = path.join(cluster, '.s.PGSQL.5432.lock');
    writeFileSync(socketLock, '4242\n');
    removeStaleLock(cluster, { pid: 4242, lockText });
    expect([existsSync(lock), existsSync(socketLock)]).toEqual([false, false]);
  });

  it('leaves a lock that changed meanwhile, and the socket lock of another server', () => {
    const lockText = writeLock();
    writeLock('starting');
    removeStaleLock(cluster, { pid: 4242, lockText });
    expect(readFileSync(lock, 'utf8')).toContain('starting');
    const socketLock = path.join(cluster, '.s.PGSQL.5432.lock');
    writeFileSync(socketLock, '99\n');
    removeStaleLock(cluster, { pid: 4242, lockText: writeLock() });
    expect([existsSync(lock), existsSync(socketLock)]).toEqual([false, true]);
  });
});

describe('looking at a process', () => {
  it('tells ourselves from nobody', async () => {
    expect(await describeProcess(process.pid)).toMatchObject({ kind: 'running' });
    expect(await describeProcess(2 ** 30)).toEqual({ kind: 'gone' });
  });
});
