import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { getBytes, runLoad } from './load.ts';
import { fillCases } from './million-cases.ts';
import { printResult, round } from './print-result.ts';
import { recordProduct } from './record-product.ts';
import { signInToDemo, startBenchServer } from './with-server.ts';

// Inbox, case page and screen snapshot at a million cases (CASES to change): p95 over HTTP, four readers at once. The limit is the
// inbox's bare SQL over one connection in the same run. The plan of every statement of every view is read: none may scan all cases.
const target = Number(process.env.CASES ?? 1_000_000);
const seconds = 1.5;
const clients = 4;

const server = await startBenchServer();
const pool = createPool(server.connection, { max: 2, settings: { 'linli.system': 'on' } }, () => undefined);
try {
  const began = performance.now();
  await fillCases(pool, target);
  const { rows } = await pool.query<{ n: number; open: number }>(
    'select count(*)::int as n, count(*) filter (where is_open)::int as open from cases',
  );
  console.log(
    `${rows[0]?.n} cases, ${rows[0]?.open} open, filled in ${Math.round((performance.now() - began) / 1000)} s`,
  );

  const dispatcher = await signInToDemo(server.url, '06-dispatcher');
  const secretary = await signInToDemo(server.url, '05-committee-secretary');
  const commander = await signInToDemo(server.url, '09-commander');
  const someCases = (
    await pool.query<{ id: string }>(
      "select id from cases tablesample system (0.1) where visibility <> 'sealed' limit 300",
    )
  ).rows.map((r) => r.id);
  // Those with most cases.
  const busiest = async (column: string) =>
    (
      await pool.query<{ id: string }>(
        `select ${column} as id from case_fact group by 1 order by count(*) desc limit 1`,
      )
    ).rows[0]?.id ?? '';
  const [grid, area] = [await busiest('area2_id'), await busiest('area3_id')];
  const q = (values: Record<string, unknown>) =>
    new URLSearchParams(
      Object.entries(values).map(([k, v]) => [k, typeof v === 'string' ? v : JSON.stringify(v)]),
    ).toString();
  const unit = (await pool.query<{ id: string }>('select unit_id as id from figure_unit_day limit 1')).rows[0]?.id;
  if (unit === undefined) throw new Error('the demonstration has figures of units');
  const days = {
    countedFrom: new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10),
    countedUntil: '2099-01-01',
  };
  const countedPath = (filter: Record<string, unknown>) =>
    `/api/list-cases?${q({ ...days, ...filter, order: 'newest' })}`;
  let n = 0;
  const views: { name: string; cookie: string; path(): string }[] = [
    {
      name: 'inbox, open by deadline',
      cookie: dispatcher,
      path: () => `/api/list-cases?${q({ open: true, order: 'due' })}`,
    },
    { name: 'inbox, all newest first', cookie: dispatcher, path: () => `/api/list-cases?${q({ order: 'newest' })}` },
    {
      name: 'inbox, one area, closed',
      cookie: dispatcher,
      path: () => `/api/list-cases?${q({ areaId: area, states: ['closed'], order: 'newest' })}`,
    },
    {
      name: 'inbox of a committee, newest',
      cookie: secretary,
      path: () => `/api/list-cases?${q({ order: 'newest' })}`,
    },
    {
      name: 'rows of a line of the ranking',
      cookie: dispatcher,
      path: () => countedPath({ areaId: area, counted: 'dueForHandling' }),
    },
    {
      name: 'rows of a figure, a whole grid',
      cookie: dispatcher,
      path: () => countedPath({ areaId: grid, counted: 'handled' }),
    },
    {
      name: 'rows of a figure, whole street',
      cookie: commander,
      path: () => countedPath({ counted: 'dueForClosing' }),
    },
    {
      name: 'rows of a figure, unit of street',
      cookie: commander,
      path: () => countedPath({ counted: 'returned', countedUnitId: unit }),
    },
    {
      name: 'rows of a figure, five years',
      cookie: commander,
      path: () => countedPath({ counted: 'returned', countedUnitId: unit, countedFrom: '2020-01-01' }),
    },
    {
      name: 'rows of a figure, none fits',
      cookie: dispatcher,
      path: () => countedPath({ areaId: area, counted: 'handled', countedFrom: '2098-01-01' }),
    },
    {
      name: 'counts of eight views',
      cookie: dispatcher,
      path: () =>
        `/api/count-cases?${q({ filters: [{ states: ['reported'] }, { states: ['accepted'] }, { states: ['in-hand'] }, { overdue: true }, { pending: 'any' }, { states: ['handled'] }, { open: true }, { states: ['dispatched'] }] })}`,
    },
    { name: 'case page', cookie: dispatcher, path: () => `/api/get-case?caseId=${someCases[n++ % someCases.length]}` },
    { name: 'screen snapshot', cookie: commander, path: () => '/api/get-screen' },
  ];
  let worst = 0;
  for (const view of views) {
    await runLoad({ port: server.port, clients, seconds: 0.5, next: () => getBytes(view.path(), view.cookie) });
    const result = await runLoad({
      port: server.port,
      clients,
      seconds,
      next: () => getBytes(view.path(), view.cookie),
    });
    console.log(
      `${view.name.padEnd(32)} p50 ${String(result.p50).padStart(6)} ms  p95 ${String(result.p95).padStart(6)} ms  ${result.perSecond}/s  ${JSON.stringify(result.statuses)}`,
    );
    // A refusal is quick: it must not pass for a reading.
    if (Object.keys(result.statuses).some((status) => status !== '200')) process.exitCode = 1;
    worst = Math.max(worst, result.p95);
  }
  const scans = await findScans(views);
  for (const scan of scans) console.log(scan);
  console.log(`${scans.length} plans with a sequential scan of cases`);
  if (scans.length > 0) process.exitCode = 1;
  const bare =
    'select * from cases where is_open and site_id = (select id from area where level = 1 limit 1) order by due_at asc nulls last, id limit 51';
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const at = performance.now();
    await pool.query(bare);
    times.push(performance.now() - at);
  }
  const limit = times.toSorted((a, b) => a - b)[189] ?? 0;
  console.log(`bare inbox SQL, one connection: p95 ${round(limit)} ms`);
  printResult({
    bench: 'reading',
    ours: worst,
    limit: round(limit),
    ratio: round(limit / worst, 3),
    unit: 'ms p95 (worst view)',
  });
} finally {
  await pool.end();
  await server.stop();
}

/** The plans of what the product itself sends for each view, in the reader's own scope, with the values it sent. */
async function findScans(views: readonly { name: string; cookie: string; path(): string }[]): Promise<string[]> {
  const product = await recordProduct(server);
  const client = await product.pool.connect();
  try {
    const scans: string[] = [];
    for (const view of views) {
      const { statements } = await product.ask({ url: view.path(), headers: { cookie: view.cookie } });
      await client.query('begin');
      for (const { text, values } of statements) {
        if (text.includes('set_config(')) await client.query(text, [...values]);
        if (!/^\s*(select|with)\b/i.test(text) || !/\bcases\b/.test(text)) continue;
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values]);
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        if (/Seq Scan on (only )?cases\b/i.test(plan))
          scans.push(`${view.name}: a sequential scan of cases\n${text}\n${plan}`);
      }
      await client.query('rollback');
    }
    return scans;
  } finally {
    client.release();
    await product.close();
  }
}
