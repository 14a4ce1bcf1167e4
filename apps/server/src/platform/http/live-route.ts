import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LiveFeed } from '../journal/index.ts';

/**
 * `/api/live`: what happens, as server-sent events; `Last-Event-ID` or `cursor` says after what. Whose session is over, or who reaches
 * further or less far than when the stream began, is let go within a minute: the page comes back as what its reader is now.
 */
export function liveRoute(
  http: FastifyInstance,
  live: LiveFeed,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
  askAgainMs = 60_000,
): void {
  http.get('/api/live', async (request, reply) => {
    const actor = await actorOf(request);
    const header = request.headers['last-event-id'];
    const query = (request.query as { cursor?: string }).cursor;
    reply.hijack();
    const began = JSON.stringify(actor);
    const askAgain = setInterval(() => {
      if (reply.raw.destroyed) return clearInterval(askAgain); // gone before anybody listened for it
      // Of a database that is away nothing is learned: asked again at the next turn.
      const isSame = actorOf(request).then((now) => JSON.stringify(now) === began);
      void isSame.then((same) => same || reply.raw.end()).catch(() => undefined);
    }, askAgainMs);
    reply.raw.on('close', () => clearInterval(askAgain));
    await live.attach(actor, reply.raw, typeof header === 'string' ? header : (query ?? null));
  });
}
