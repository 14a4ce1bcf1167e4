import { intakeSql } from '../apps/server/src/modules/cases/intake.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { percentile, postBytes, runLoad } from './load.ts';
import { findPgbench, runPgbench } from './pgbench.ts';
import { printResult, round } from './print-result.ts';
import { signInToDemo, startBenchServer } from './with-server.ts';

// Full reports over HTTP (signed in, permitted, validated, located, idempotent, journalled, group commit) against the same statement,
// one report a time, under pgbench: same database, same run, sync commit on. Three rounds interleaved; medians.
const rounds = 3;
const seconds = 5;
const clients = 64;

// The web role alone, as a busy site runs it; the worker's consumers are another process (docs/operating.md).
const server = await startBenchServer({ roles: 'web' });
const pool = createPool(server.connection, { max: 2, settings: { 'linli.system': 'on' } }, () => undefined);
try {
  const cookie = await signInToDemo(server.url, '01-resident');
  const places = await pool.query<{ lng: number; lat: number }>(
    'select lng, lat from building order by random() limit 500',
  );
  let n = 0;
  const next = () => {
    const at = places.rows[n++ % places.rows.length];
    const body = JSON.stringify({
      requestId: crypto.randomUUID(),
      typeCode: '06010',
      words: `第${n}次:门口堆了几袋垃圾没人收`,
      place: { lng: at?.lng, lat: at?.lat, crs: 'wgs84', address: '' },
    });
    return postBytes('/api/report-case', cookie, body);
  };
  await runLoad({ port: server.port, clients, seconds: 4, next });

  const pgbench = findPgbench();
  const script = pgbench ? await pgbenchScript() : null;
  const ours: Awaited<ReturnType<typeof runLoad>>[] = [];
  const limits: number[] = [];
  const before = await count();
  for (let i = 0; i < rounds; i++) {
    const result = await runLoad({ port: server.port, clients, seconds, next });
    ours.push(result);
    console.log(
      `ours    ${result.perSecond}/s  p50 ${result.p50} ms  p99 ${result.p99} ms  statuses ${JSON.stringify(result.statuses)}`,
    );
    if (pgbench && script) {
      const limit = await runPgbench(pgbench, server.connection, script, {
        clients: 8,
        seconds,
        settings: { 'linli.system': 'on', enable_seqscan: 'off' },
      });
      limits.push(limit.perSecond);
      console.log(`pgbench ${limit.perSecond}/s  average ${limit.averageMs} ms  (8 clients, prepared)`);
    }
  }
  const accepted = ours.reduce((sum, r) => sum + (r.statuses[200] ?? 0), 0);
  console.log(`${accepted} reports acknowledged, ${(await count()) - before} cases stored`);
  if (!pgbench) console.log("pgbench is missing (Debian's package `postgresql` has it): no limit measured");
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const rate = median(ours.map((r) => r.perSecond));
  const limit = limits.length > 0 ? median(limits) : null;
  const times = ours.flatMap((r) => r.times).sort((a, b) => a - b);
  console.log(
    `p99 of all ${times.length}: ${percentile(times, 0.99)} ms; of each round: ${ours.map((r) => r.p99).join(', ')} ms`,
  );
  printResult({ bench: 'intake', ours: rate, limit, ratio: limit ? round(rate / limit) : null, unit: 'reports/s' });
} finally {
  await pool.end();
  await server.stop();
}

async function count(): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from cases where words like '第%次:%'`);
  return rows[0]?.n ?? 0;
}

/** The product's own statement with the rows of a report it stored a moment ago; only ids are new each time. */
async function pgbenchScript(): Promise<string> {
  const { rows } = await pool.query<{
    item: Record<string, unknown>;
  }>(`select jsonb_build_object('id', 'CASE-ID', 'request_id', 'REQUEST-ID', 'actor_key', c.reporter_id, 'operation', 'report-case',
      'input_hash', '\\x00', 'at', c.reported_at, 'prefix', '20260101', 'row', to_jsonb(c) || jsonb_build_object('id', 'CASE-ID'),
      'actions', (select jsonb_agg(to_jsonb(a) || jsonb_build_object('case_id', 'CASE-ID') order by seq) from case_action a where a.case_id = c.id),
      'journal', (select jsonb_agg(jsonb_build_object('kind', j.kind, 'at', j.at, 'actor_id', j.actor_id, 'data', j.data - array['siteId', 'typeCode', 'visibility', 'channel', 'areas', 'reporterIds', 'lng', 'lat', 'unitKind', 'number']) order by seq) from journal j where j.noun_id = c.id),
      'journal_facts', (select j.data - array['of', 'due', 'onTime', 'state', 'round', 'unitId', 'postId', 'handlerId', 'number'] from journal j where j.noun_id = c.id order by seq limit 1),
      'due', (select jsonb_agg(jsonb_build_object('kind', d.kind, 'key', 'CASE-ID', 'at', d.at, 'data', d.data)) from due d where d.key = c.id::text),
      'files', '[]'::jsonb, 'reporters', jsonb_build_array(jsonb_build_object('case_id', 'CASE-ID', 'account_id', c.reporter_id, 'joined_at', c.reported_at, 'seen_at', c.reported_at)),
      'response', jsonb_build_object('caseId', 'CASE-ID')) as item
    from cases c where c.words like '第%次:%' and c.state = 'dispatched' order by c.reported_at desc limit 1`);
  // pgbench reads ":name" as a variable everywhere; a dollar-quoted text with the colons kept by a stand-in avoids that.
  const template = JSON.stringify([rows[0]?.item]).replaceAll(':', '§');
  const item = `(select replace(replace(replace($j$${template}$j$, '§', chr(58)), 'CASE-ID', gen_random_uuid()::text), 'REQUEST-ID', gen_random_uuid()::text)::jsonb)`;
  return `${intakeSql.replace('$1::jsonb', item).replaceAll('\n', ' ')};\n`;
}
