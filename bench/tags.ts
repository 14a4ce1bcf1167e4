import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { TagExpression } from '@linli/domain';
import { createApp } from '../apps/server/src/app.ts';
import { dayOf, systemClock } from '../apps/server/src/platform/clock.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { createSealing } from '../apps/server/src/platform/crypto/index.ts';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import { migrate } from '../apps/server/src/platform/db/migrate.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { createFiles, createLocalStore } from '../apps/server/src/platform/files/index.ts';
import { createLog } from '../apps/server/src/platform/log.ts';
import { fillSubjects, fillTree, openSession } from './fill-subjects.ts';
import { loadWords } from './load-words.ts';
import { measureInMemory } from './memory-tags.ts';
import { printResult, round } from './print-result.ts';

// Any mix of three tags counted by the 267 micro-grids of a street of 3.5 million subjects (SUBJECTS to change), 286 tags, the popular far more
// common than the rare: the whole request over HTTP against the bare index in the same process. Then the first page of the list, the load after
// a start, the table’s own answer while it loads, and 25 million in memory (LARGE, 0 to leave out). Fails when index and table differ.
const subjects = Number(process.env.SUBJECTS ?? 3_500_000);
const large = Number(process.env.LARGE ?? 25_000_000);
const rounds = 12;

/** Ranks of three tags, two wanted and one that must be missing; each is asked with an age, too. */
const mixes = {
  common: [0, 1, 2, 3, 1, 0, 0, 4, 2, 2, 5, 1],
  mid: [3, 20, 8, 13, 30, 1, 21, 9, 40, 5, 34, 2],
  rare: [80, 3, 150, 150, 8, 40, 280, 1, 0, 100, 90, 2],
};

const dataDir = await mkdtemp(join(tmpdir(), 'linli-bench-tags-'));
const embedded = await startEmbedded({ dataDir, log: () => undefined });
const pool = createPool(embedded.connection, { max: 8, settings: {} }, () => undefined);
const intakePool = createPool(embedded.connection, { max: 2, settings: { 'linli.system': 'on' } }, () => undefined);
let app: Awaited<ReturnType<typeof createApp>> | null = null;
try {
  await migrate(pool, 'db/migrations');
  await fillTree(intakePool);
  const sealing = createSealing({ masterKey: Buffer.alloc(32, 9), suite: 'international' });
  app = await createApp({
    config: { ...readConfig({}, []), demo: false, dataDir },
    log: createLog('error'),
    clock: systemClock,
    ...sealing,
    files: createFiles({ store: createLocalStore({ folder: join(dataDir, 'files') }) }),
    pool,
    intakePool,
  });
  const { rows } = await intakePool.query<{ low: number; tags: number }>(
    'select min(id) as low, count(*)::int as tags from tag',
  );
  const { low = 1, tags } = rows[0] ?? {};
  const filledMs = await fillSubjects(intakePool, subjects, low);
  console.log(`${subjects} subjects, ${tags} tags, filled in ${seconds(filledMs)}; load of the machine ${loadWords()}`);
  const leader = await openSession(intakePool, sealing.crypto, { role: 'grid-leader', path: 's' });
  const url = await app.http.listen({ port: 0, host: '127.0.0.1' });
  await app.refreshCaches();

  const ask = async (operation: string, expression: TagExpression) => {
    const query = new URLSearchParams({ expression: JSON.stringify(expression), noun: 'person' });
    if (operation === 'count-by-tags') query.set('level', '4');
    const began = performance.now();
    const response = await fetch(`${url}/api/${operation}?${query}`, { headers: { cookie: leader } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${text.slice(0, 300)}`);
    return { ms: performance.now() - began, body: JSON.parse(text) as { from?: string; total: number } }; // the contract's own shape
  };
  const questions = Object.fromEntries(
    Object.entries(mixes).map(([name, ranks]) => [name, makeQuestions(ranks.map((rank) => low + rank))]),
  );
  const all = Object.values(questions).flat();

  // The first question begins the load; it and those after it are answered by the table.
  const loop = monitorEventLoopDelay({ resolution: 2 });
  loop.enable();
  const early: number[] = [];
  const totals = new Map<TagExpression, number>();
  for (const expression of all.filter((_, i) => i % 4 === 0)) {
    const { ms, body } = await ask('count-by-tags', expression);
    totals.set(expression, body.total);
    if (body.from === 'register') early.push(ms);
  }
  await app.tagIndex.caughtUp();
  loop.disable();
  show('index loaded beside questions', seconds(app.tagIndex.loadedInMs ?? 0), '10 s');
  show('  the loop held up meanwhile, p99', `${round(loop.percentile(99) / 1e6, 1)} ms`, '20 ms');
  show(`  answered by the table, ${early.length} of ${totals.size}`, spread(early), '–');
  for (const [expression, total] of totals) {
    const { body } = await ask('count-by-tags', expression);
    if (body.from !== 'index' || body.total !== total)
      throw new Error(`${JSON.stringify(expression)}: ${body.from} says ${body.total}, the table said ${total}`);
  }

  const today = dayOf(systemClock.now());
  const bare: number[] = [];
  const whole: number[] = [];
  const list: number[] = [];
  for (const expression of all) await ask('count-by-tags', expression);
  for (const [name, asked] of Object.entries(questions)) {
    const [from, fromWhole] = [bare.length, whole.length];
    for (let i = 0; i < rounds * asked.length; i++) {
      const expression = asked[i % asked.length] ?? { tag: low };
      const began = performance.now();
      app.tagIndex.count({ expression, noun: 'person', today, isWithin: () => true });
      bare.push(performance.now() - began);
      whole.push((await ask('count-by-tags', expression)).ms);
      if (i % 4 === 0) list.push((await ask('list-by-tags', expression)).ms);
    }
    show(`${name}: bare index`, spread(bare.slice(from)), '5 ms');
    show(`${name}: whole request`, spread(whole.slice(fromWhole)), '30 ms');
  }
  show('first page of the list', spread(list), '50 ms');
  if (large > 0) {
    const held = measureInMemory(large, { questions: all, today, leaves: 267 });
    show(`${large} in memory, ${held.mebibytes} MiB, made in ${seconds(held.madeMs)}`, spread(held.times), '–');
  }
  console.log(`load of the machine ${loadWords()}`);
  const [index, request] = [at(bare, 0.95), at(whole, 0.95)];
  printResult({
    bench: 'tags',
    ours: round(request),
    limit: round(index),
    ratio: round(index / request, 3),
    unit: 'ms p95',
  });
} finally {
  if (app) await app.close();
  else await pool.end().then(() => intakePool.end());
  await embedded.stop();
  await rm(dataDir, { recursive: true, force: true });
}

function makeQuestions(ranks: readonly number[]): TagExpression[] {
  const questions: TagExpression[] = [];
  for (let i = 0; i + 2 < ranks.length; i += 3) {
    const [first = 1, second = 1, third = 1] = ranks.slice(i);
    const parts: TagExpression[] = [{ tag: first }, { tag: second }, { not: { tag: third } }];
    questions.push({ and: parts }, { and: [...parts, { age: { min: 80 } }] });
  }
  return questions;
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

function spread(times: readonly number[]): string {
  return `p50 ${round(at(times, 0.5))} ms, p95 ${round(at(times, 0.95))} ms`;
}

function seconds(ms: number): string {
  return `${round(ms / 1000, 1)} s`;
}

function show(what: string, measured: string, bar: string): void {
  console.log(`${what.padEnd(52)} ${measured.padEnd(32)} bar ${bar}`);
}
