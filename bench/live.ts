import { connect } from 'node:net';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { printResult, round } from './print-result.ts';
import { signInToDemo, startBenchServer } from './with-server.ts';

// From a committed report to the moment 1,000 readers of the live feed have its event. The limit: the same bytes written to the same
// number of bare sockets in one process.
const readers = Number(process.env.READERS ?? 1000);
const events = 60;

const server = await startBenchServer();
const pool = createPool(server.connection, { max: 2, settings: { 'linli.system': 'on' } }, () => undefined);
try {
  const cookie = await signInToDemo(server.url, '09-commander');
  const resident = await signInToDemo(server.url, '01-resident');
  const seenAt = new Map<string, number[]>();
  const sockets = await Promise.all(
    Array.from({ length: readers }, () =>
      openReader(server.port, cookie, (id) => seenAt.get(id)?.push(performance.now())),
    ),
  );
  const place = (await pool.query<{ lng: number; lat: number }>('select lng, lat from building limit 1')).rows[0];
  const delays: number[] = [];
  for (let i = 0; i < events; i++) {
    const body = JSON.stringify({
      requestId: crypto.randomUUID(),
      typeCode: '06010',
      words: `第${i}个事件`,
      place: { ...place, crs: 'wgs84', address: '' },
    });
    const response = await fetch(`${server.url}/api/report-case`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-linli': '1', cookie: resident },
      body,
    });
    const committedAt = performance.now();
    const { caseId } = (await response.json()) as { caseId: string };
    const times: number[] = [];
    seenAt.set(caseId, times);
    await new Promise((r) => setTimeout(r, 250 + Math.random() * 100));
    delays.push(...times.map((t) => t - committedAt));
    seenAt.delete(caseId);
  }
  for (const socket of sockets) socket.destroy();
  delays.sort((a, b) => a - b);
  const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? Number.NaN;
  console.log(
    `${readers} readers, ${events} events: ${delays.length} deliveries counted (${readers * events} expected), p50 ${round(at(0.5))} ms, p99 ${round(at(0.99))} ms, max ${round(at(1))} ms`,
  );
  const limit = await bareSockets(readers);
  console.log(`bare sockets: p99 ${round(limit)} ms`);
  printResult({
    bench: 'live',
    ours: round(at(0.99)),
    limit: round(limit),
    ratio: round(limit / at(0.99), 3),
    unit: 'ms p99',
  });
} finally {
  await pool.end();
  await server.stop();
}

/** One reader on a plain socket; tells the id of each event as its bytes arrive. */
function openReader(port: number, cookie: string, onEvent: (id: string) => void): Promise<ReturnType<typeof connect>> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let ready = false;
    socket.on('error', reject);
    socket.on('connect', () =>
      socket.write(
        `GET /api/live HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\ncookie: ${cookie}\r\n\r\n`,
      ),
    );
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (!ready && text.includes('event: snapshot')) {
        ready = true;
        resolve(socket);
      }
      if (!text.includes('"case.reported"')) return;
      for (const match of text.matchAll(/"kind":"case\.reported","noun":"case","nounId":"([0-9a-f-]{36})"/g))
        if (match[1]) onEvent(match[1]);
    });
  });
}

/** The same bytes to as many sockets with nothing else done. */
async function bareSockets(count: number): Promise<number> {
  const { createServer } = await import('node:net');
  const open = new Set<import('node:net').Socket>();
  const listener = createServer((socket) => void open.add(socket));
  await new Promise<void>((r) => listener.listen(0, '127.0.0.1', () => r()));
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const delays: number[] = [];
  let sentAt = 0;
  const clients = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<import('node:net').Socket>((resolve) => {
          const socket = connect({ port, host: '127.0.0.1' }, () => resolve(socket));
          socket.on('data', () => delays.push(performance.now() - sentAt));
        }),
    ),
  );
  const bytes = Buffer.alloc(420, 'x');
  for (let i = 0; i < 20; i++) {
    sentAt = performance.now();
    for (const socket of open) socket.write(bytes);
    await new Promise((r) => setTimeout(r, 100));
  }
  for (const socket of clients) socket.destroy();
  listener.close();
  delays.sort((a, b) => a - b);
  return delays[Math.floor(delays.length * 0.99)] ?? Number.NaN;
}
