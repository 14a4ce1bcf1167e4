import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, type Client, isWorthRetrying } from '@linli/client';
import * as contract from '@linli/contract';
import { typeCodeOf } from './plan-pack.ts';
import { areaCodeOf, site } from './plan-site.ts';
import type { PreparedSite } from './prepare-site.ts';
import type { BadRow, PastRequest } from './read-requests.ts';
import { stableId } from './stable-id.ts';

type Answer = contract.OutputOf<typeof contract.importCase>;
export interface SentRequest {
  request: PastRequest;
  answer: Answer;
}

const atOnce = 64;
const mostTries = 6;

/** Sends every request through `import-case`; what is refused is named by its line, the rest goes on. */
export async function sendRequests(
  client: Client,
  prepared: PreparedSite,
  requests: readonly PastRequest[],
): Promise<{ sent: SentRequest[]; refused: BadRow[] }> {
  const sent: SentRequest[] = [];
  const refused: BadRow[] = [];
  const waiting = requests.values();
  const sender = async () => {
    for (const request of waiting) {
      try {
        sent.push({ request, answer: await send(client, inputOf(request, prepared)) });
      } catch (error) {
        if (!(error instanceof ApiError) || error.status >= 500) throw error;
        refused.push({ line: request.line, reason: [error.code, ...error.fields.map((f) => f.path)].join(' ') });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return { sent, refused };
}

/** Tries again what may succeed as it is: the request id makes that safe. */
async function send(client: Client, input: contract.InputOf<typeof contract.importCase>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await client.call(contract.importCase, input);
    } catch (error) {
      if (tries === mostTries || !isWorthRetrying(error)) throw error;
      await sleep(200 * 2 ** tries);
    }
  }
}

function inputOf(request: PastRequest, prepared: PreparedSite): contract.InputOf<typeof contract.importCase> {
  const { id, type, agency, neighbourhood } = request;
  const unitId = prepared.unitIds.get(agency);
  return {
    requestId: stableId(site.code, 'request', id),
    source: {
      system: site.code,
      externalId: id,
      status: request.status,
      channel: request.channel,
      dueAt: request.dueAt?.toISOString() ?? null,
    },
    typeCode: typeCodeOf(agency, type),
    areaId: prepared.areaIds.get(areaCodeOf(request)) ?? '',
    point: request.point,
    address: neighbourhood,
    words: `${type} · ${neighbourhood || 'Baltimore'} · ${id}`,
    ...(unitId ? { unitId } : {}),
    reportedAt: request.reportedAt.toISOString(),
    closed: closedOf(request),
  };
}

/** What the source closed without handling it here is declined with its word as the reason. */
function closedOf({ status, closedAt }: PastRequest): contract.InputOf<typeof contract.importCase>['closed'] {
  if (!closedAt) return null;
  const handled = status === 'Closed';
  return { at: closedAt.toISOString(), outcome: handled ? 'solved' : 'declined', words: status };
}
