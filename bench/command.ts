import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { copyOpenCases } from './copy-open-cases.ts';
import { postBytes, runLoad } from './load.ts';
import { findPgbench, runPgbench } from './pgbench.ts';
import { printResult, round } from './print-result.ts';
import { recordProduct } from './record-product.ts';
import { toPgbenchScript } from './record-statements.ts';
import { signInToDemo, startBenchServer } from './with-server.ts';

// One command that shares no transaction (a note of the desk: signed in, permitted, locked, folded, journalled, idempotent) over HTTP
// against the statements the product itself sends for it, recorded a moment before, under pgbench: same database, same run, sync
// commit on. Rounds interleaved; medians.
// pgbench waits for the answer of each statement, the product sends in one write what nobody waits for: on a busy machine, where waiting
// is dear, the ratio may pass 1.
const rounds = 3;
const seconds = 5;
const clients = 64;
const cases = 2000;
const path = '/api/note-case';

// The web role alone, as a busy site runs it; the worker's consumers are another process (docs/operating.md).
const server = await startBenchServer({ roles: 'web' });
const pool = createPool(server.connection, { max: 2, settings: { 'linli.system': 'on' } }, () => undefined);
try {
  await copyOpenCases(pool, cases);
  const cookie = await signInToDemo(server.url, '06-dispatcher');
  const body = (n: number, requestId: string) =>
    JSON.stringify({ requestId, caseId: caseId(n), words: '已电话联系,对方说今天下午到场', photos: [] });
  const next = () => postBytes(path, cookie, body(1 + Math.floor(Math.random() * cases), crypto.randomUUID()));
  await runLoad({ port: server.port, clients, seconds: 2, next });

  const pgbench = findPgbench();
  const script = pgbench ? await recordedScript(cookie, body) : null;
  const ours: Awaited<ReturnType<typeof runLoad>>[] = [];
  const limits: number[] = [];
  const before = await count();
  for (let i = 0; i < rounds; i++) {
    const result = await runLoad({ port: server.port, clients, seconds, next });
    ours.push(result);
    console.log(
      `ours    ${result.perSecond}/s  p50 ${result.p50} ms  p99 ${result.p99} ms  statuses ${JSON.stringify(result.statuses)}`,
    );
    if (!pgbench || !script) continue;
    const limit = await runPgbench(pgbench, server.connection, script.script, {
      clients: 8,
      seconds,
      variables: script.variables,
    });
    limits.push(limit.perSecond);
    console.log(`pgbench ${limit.perSecond}/s  average ${limit.averageMs} ms  (8 clients, prepared)`);
  }
  const acknowledged = ours.reduce((sum, r) => sum + (r.statuses[200] ?? 0), 0);
  console.log(`${acknowledged} commands acknowledged, ${(await count()) - before} notes of theirs stored`);
  if (!pgbench) console.log("pgbench is missing (Debian's package `postgresql` has it): no limit measured");
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const rate = median(ours.map((r) => r.perSecond));
  const limit = limits.length > 0 ? median(limits) : null;
  printResult({ bench: 'command', ours: rate, limit, ratio: limit ? round(rate / limit) : null, unit: 'commands/s' });
} finally {
  await pool.end();
  await server.stop();
}

/** Case n of the copies, as pgbench makes it of a random number. */
function caseId(n: number): string {
  return `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
}

/** Notes the server stored: those of the script carry request ids of its own making. */
async function count(): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from request where operation = 'note-case' and request_id::text not like '00000000-0000-4000-%'`,
  );
  return rows[0]?.n ?? 0;
}

/** What the product sends for one command, taken down from a second instance of it on the same database. */
async function recordedScript(
  cookie: string,
  bodyOf: (n: number, requestId: string) => string,
): Promise<{ script: string; variables: Record<string, string> }> {
  const product = await recordProduct(server);
  try {
    const requestId = crypto.randomUUID();
    const send = (id: string) =>
      product.ask({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/json', 'x-linli': '1', cookie },
        payload: bodyOf(1, id),
      });
    await send(crypto.randomUUID()); // the session is read once and then kept for a while
    const { body, statements: all } = await send(requestId);
    const connection = all.find((s) => s.text.includes('insert into request'))?.connection;
    const statements = all.filter((s) => s.connection === connection);
    if (process.env.SHOW_STATEMENTS) for (const s of statements) console.log(s.text, s.values);
    const seq = Number((JSON.parse(body) as { seq: unknown }).seq);
    const { script, variables } = toPgbenchScript(statements, [
      { text: caseId(1), sql: `('00000000-0000-8000-8000-' || lpad(:n::text, 12, '0'))::uuid` },
      { text: requestId, sql: `('00000000-0000-4000-8' || lpad(to_hex(:r::bigint), 15, '0'))::uuid` },
      { text: `"seq":${seq},`, sql: `'"seq"' || chr(58) || (:p_seq::int + 1)::text || ','` },
      { text: String(seq), sql: ':p_seq::int + 1', whole: true },
    ]);
    return { script: `\\set n random(1, ${cases})\n\\set r random(1, 1000000000000000)\n${script}`, variables };
  } finally {
    await product.close();
  }
}
