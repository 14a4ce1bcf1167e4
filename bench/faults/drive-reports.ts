export interface Acknowledged {
  requestId: string;
  caseId: string;
  number: string;
}
export interface Driven {
  acknowledged: Acknowledged[];
  /** Requests never acknowledged before the end; may be there or not, but not twice. */
  open: string[];
  retries: number;
  /** Answers by status, 0 = none came. */
  statuses: Record<number, number>;
}

/**
 * Sends about `perSecond` reports a second until `until`, each with its own request id, repeated to any process until one
 * acknowledges it; those under way then are followed to their end for at most `patienceMs`.
 */
export async function driveReports(options: {
  urls: readonly string[];
  cookies: readonly string[];
  point: { lng: number; lat: number };
  perSecond: number;
  until: number;
  patienceMs: number;
}): Promise<Driven> {
  const driven: Driven = { acknowledged: [], open: [], retries: 0, statuses: {} };
  const endsAt = options.until + options.patienceMs;
  const flights = new Set<Promise<void>>();
  let count = 0;

  async function follow(n: number): Promise<void> {
    const requestId = crypto.randomUUID();
    const body = JSON.stringify({
      requestId,
      typeCode: 'fault-drill',
      words: `演练 ${requestId}`,
      place: { ...options.point, crs: 'wgs84', address: '' },
    });
    for (let turn = 0; Date.now() < endsAt; turn++) {
      const url = options.urls[(n + turn) % options.urls.length];
      const answer = await send(`${url}/api/report-case`, options.cookies[n % options.cookies.length] ?? '', body);
      driven.statuses[answer.status] = (driven.statuses[answer.status] ?? 0) + 1;
      if (answer.status === 200) {
        driven.acknowledged.push({ requestId, ...answer.told });
        return;
      }
      driven.retries++;
      await new Promise((r) => setTimeout(r, 50 + 50 * Math.min(turn, 6)));
    }
    driven.open.push(requestId);
  }

  const began = Date.now();
  while (Date.now() < options.until) {
    const owed = Math.floor(((Date.now() - began) / 1000) * options.perSecond);
    while (count < owed && flights.size < 300) {
      const flight = follow(count++).finally(() => flights.delete(flight));
      flights.add(flight);
    }
    await new Promise((r) => setTimeout(r, 10));
  }
  await Promise.all(flights);
  return driven;
}

async function send(
  url: string,
  cookie: string,
  body: string,
): Promise<{ status: number; told: { caseId: string; number: string } }> {
  const none = { caseId: '', number: '' };
  try {
    const headers = { 'content-type': 'application/json', 'x-linli': '1', cookie };
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5000) });
    const told: unknown = await response.json();
    return { status: response.status, told: response.ok ? (told as typeof none) : none }; // the contract of report-case
  } catch {
    return { status: 0, told: none }; // cut off, or refused: nobody knows whether it was taken
  }
}
