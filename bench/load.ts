import { connect } from 'node:net';

export interface LoadResult {
  requests: number;
  seconds: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
  /** Answers by status. */
  statuses: Record<number, number>;
  /** Milliseconds of every answer, quickest first. */
  times: readonly number[];
}

/**
 * A lean HTTP/1.1 client: plain sockets, one request at a time on each, so that the client costs as little of the machine as it can
 * (it shares the cores with what it measures). `next` makes the bytes of each request.
 */
export async function runLoad(options: {
  port: number;
  clients: number;
  seconds: number;
  next(client: number): Buffer;
}): Promise<LoadResult> {
  const times: number[] = [];
  const statuses: Record<number, number> = {};
  const began = performance.now();
  const until = began + options.seconds * 1000;
  await Promise.all(Array.from({ length: options.clients }, (_, client) => oneClient(client)));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => percentile(times, share);
  return {
    requests: times.length,
    seconds,
    perSecond: Math.round(times.length / seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    statuses,
    times,
  };

  function oneClient(client: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true });
      let sentAt = 0;
      let held: Buffer = Buffer.alloc(0);
      const send = () => {
        if (performance.now() >= until) {
          socket.end();
          resolve();
          return;
        }
        sentAt = performance.now();
        socket.write(options.next(client));
      };
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        const end = held.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = held.toString('latin1', 0, end);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (held.length < end + 4 + length) return;
        const status = Number(head.slice(9, 12));
        statuses[status] = (statuses[status] ?? 0) + 1;
        times.push(performance.now() - sentAt);
        held = Buffer.alloc(0);
        send();
      });
    });
  }
}

/** Of sorted times, to a tenth of a millisecond. */
export function percentile(times: readonly number[], share: number): number {
  return Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10;
}

/** The bytes of one POST with a JSON body. */
export function postBytes(path: string, cookie: string, body: string): Buffer {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nx-linli: 1\r\ncookie: ${cookie}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

export function getBytes(path: string, cookie: string): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n\r\n`);
}
