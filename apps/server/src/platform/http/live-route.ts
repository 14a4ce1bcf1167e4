import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LiveFeed } from '../journal/index.ts';

/** `/api/live`: what happens, as server-sent events; `Last-Event-ID` or `cursor` says after what. */
export function liveRoute(
  http: FastifyInstance,
  live: LiveFeed,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
): void {
  http.get('/api/live', async (request, reply) => {
    const actor = await actorOf(request);
    const header = request.headers['last-event-id'];
    const query = (request.query as { cursor?: string }).cursor;
    reply.hijack();
    await live.attach(actor, reply.raw, typeof header === 'string' ? header : (query ?? null));
  });
}
