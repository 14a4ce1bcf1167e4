import type { ImportRun } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCrypto, loadMasterKey } from '../../apps/server/src/platform/crypto/index.ts';
import { ledgerPeople, ledgerTable } from '../../apps/server/src/test/people-table.fixture.ts';
import { addHolder } from '../../apps/server/src/test/small-street.ts';
import { hotlineTable } from '../import-table.ts';
import { createFaultSite, type FaultSite } from './fault-site.ts';
import { type Kept, keepRunning } from './processes.ts';

const rows = 2000;
let site: FaultSite;
let web: Kept;
let worker: Kept;
let headers: Record<string, string>;

beforeAll(async () => {
  site = await createFaultSite();
  const crypto = createCrypto({ masterKey: await loadMasterKey(site.dataDir, {}) });
  const token = crypto.token();
  const now = new Date();
  const area = await site.database.asSystem((db) =>
    db.selectFrom('area').select(['id', 'path']).where('level', '=', 1).executeTakeFirstOrThrow(),
  );
  // Keeps the desk and the registers of the whole street.
  const post = { role: 'grid-leader' as const, areaId: area.id, path: area.path, unitId: null, name: '网格长' };
  const { accountId } = await addHolder(site.database, post, now);
  await site.database.asSystem((db) =>
    sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at)
      values (${crypto.hashToken(token)}, ${accountId}, now(), now(), now() + interval '1 day')`.execute(db),
  );
  headers = { 'x-linli': '1', cookie: `linli_session=${token}` };
  web = await keepRunning('web', site.dataDir);
  await web.ready();
  worker = await keepRunning('worker', site.dataDir);
}, 120_000);
afterAll(async () => {
  await web?.stop();
  await worker?.stop();
  await site?.close();
});

describe('an import whose worker is killed', () => {
  it('goes on where it was: every order once, and the same table again adds nothing', async () => {
    const table = hotlineTable(rows, {
      addresses: ['东园第1微网格', '西园第2微网格'],
      units: ['绿化市容所', '房屋管理办'],
      reportedFrom: new Date(Date.now() - 12 * 3_600_000),
    });
    const importId = await checked(table);
    await post('start-import', { importId, dryRun: false });
    const killed: number[] = [];
    for (let at = 0; killed.length < 2; ) {
      const run = await get(importId);
      if (run.state === 'done') break;
      if (run.done > at && run.done < rows) {
        worker.kill();
        killed.push(run.done);
        at = run.done;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(killed.length).toBeGreaterThan(0);
    const done = await until(importId, 'done');
    expect(done).toMatchObject({ added: rows, same: 0, bad: 0, done: rows });
    expect(await counts()).toEqual({ cases: rows, sources: rows, callers: rows, halves: 0 });

    const again = await checked(table);
    expect(await get(again)).toMatchObject({ added: 0, same: rows });
    await post('start-import', { importId: again, dryRun: false });
    expect(await until(again, 'done')).toMatchObject({ added: 0, same: rows, bad: 0 });
    expect(await counts()).toEqual({ cases: rows, sources: rows, callers: rows, halves: 0 });
  }, 180_000);

  it('of a register likewise: everybody once, each with their number and values', async () => {
    const people = 6000;
    const addresses = Array.from({ length: 40 }, (_, i) => `示范路100弄${i + 1}号`);
    await buildHomes(addresses);
    const table = ledgerTable(ledgerPeople(people, addresses));
    const importId = await checked(table, '&kind=person');
    await post('start-import', { importId, dryRun: false });
    const killed: number[] = [];
    for (let at = 0; killed.length < 3; ) {
      const run = await get(importId);
      if (run.state === 'done') break;
      if (run.done > at) {
        worker.kill();
        killed.push(run.done);
      }
      at = run.done;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(killed.length).toBeGreaterThan(0);
    expect(await until(importId, 'done')).toMatchObject({ added: people, same: 0, bad: 0, done: people });
    expect(await peopleIn()).toEqual({ people, numbers: people, halves: 0 });
    const again = await checked(table, '&kind=person');
    expect(await get(again)).toMatchObject({ added: 0, same: people });
  }, 180_000);
});

async function buildHomes(addresses: readonly string[]): Promise<void> {
  const ids = addresses.map(() => crypto.randomUUID());
  await site.database.asSystem((db) =>
    sql`insert into building (id, site_id, area_id, path, name, address, kind, floors, lng, lat)
      select b.id, a.site_id, a.id, a.path, b.address, b.address, 'residential', 6, ${site.point.lng}, ${site.point.lat}
      from (select * from area where level = 4 order by path limit 1) a,
        unnest(${ids}::uuid[], ${[...addresses]}::text[]) as b(id, address)`.execute(db),
  );
}

/** `halves` are people without their values, their household or their journal. */
async function peopleIn() {
  const { rows: found } = await site.database.asSystem((db) =>
    sql<{ people: number; numbers: number; halves: number }>`select
      (select count(*)::int from subject where noun = 'person') as people,
      (select count(*)::int from subject_secret where field = 'idNumber') as numbers,
      (select count(*)::int from subject s where noun = 'person' and not (
        exists (select from fact f where f.subject_id = s.id and f.field = 'born')
        and exists (select from subject_link l where l.from_id = s.id and l.to_id = s.household_id)
        and exists (select from journal j where j.kind = 'subjects.imported' and j.data -> 'subjectIds' ? s.id::text))) as halves`.execute(
      db,
    ),
  );
  return found[0];
}

async function checked(table: string, query = ''): Promise<string> {
  const sent = await fetch(`${web.url}/api/import-files?name=table.csv${query}`, {
    method: 'POST',
    headers,
    body: table,
  });
  const { id: importId } = (await sent.json()) as ImportRun; // guarded by the contract on the way out
  const proposed = await fetch(`${web.url}/api/propose-mapping?importId=${importId}`, { headers });
  const { mapping } = (await proposed.json()) as { mapping: object };
  await post('start-import', { importId, mapping, dryRun: true });
  await until(importId, 'checked');
  return importId;
}

async function post(name: string, input: object): Promise<void> {
  const response = await fetch(`${web.url}/api/${name}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ requestId: crypto.randomUUID(), ...input }),
  });
  expect([name, response.status, response.ok ? '' : await response.text()]).toEqual([name, 200, '']);
}

async function get(importId: string): Promise<ImportRun> {
  const response = await fetch(`${web.url}/api/get-import?importId=${importId}`, { headers });
  return ((await response.json()) as { run: ImportRun }).run; // guarded by the contract on the way out
}

async function until(importId: string, state: ImportRun['state']): Promise<ImportRun> {
  for (const endsAt = Date.now() + 100_000; Date.now() < endsAt; ) {
    const run = await get(importId);
    if (run.state === state) return run;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the import did not become ${state}: ${worker.lastWords()}`);
}

/** What stands in the database; `halves` are cases of the import without their actions or their journal. */
async function counts() {
  const { rows: found } = await site.database.asSystem((db) =>
    sql<{ cases: number; sources: number; callers: number; halves: number }>`select
      (select count(*)::int from cases where channel = 'hotline') as cases,
      (select count(*)::int from case_source) as sources,
      (select count(*)::int from case_caller) as callers,
      (select count(*)::int from cases c where channel = 'hotline' and not (
        exists (select from case_action a where a.case_id = c.id and a.kind = 'report')
        and exists (select from journal j where j.noun_id = c.id and j.kind = 'case.reported'))) as halves`.execute(db),
  );
  return found[0];
}
