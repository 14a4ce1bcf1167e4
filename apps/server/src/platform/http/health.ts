import type { FastifyInstance } from 'fastify';
import type { Database } from '../db/database.ts';

/** `/healthz`: the process lives. `/readyz`: it can answer, or says why not. */
export function healthRoutes(http: FastifyInstance, database: Database, ready: () => boolean): void {
  http.get('/healthz', () => ({ alive: true }));
  http.get('/readyz', async (_request, reply) => {
    if (!ready()) return reply.status(503).send({ ready: false, why: 'starting or stopping' });
    try {
      await database.pool.query('select 1');
      return { ready: true };
    } catch {
      return reply.status(503).send({ ready: false, why: 'the database cannot be reached' });
    }
  });
}
