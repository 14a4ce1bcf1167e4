import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Config } from '../config.ts';
import { refuse } from '../errors.ts';
import type { Log } from '../log.ts';
import { answerErrors } from './error-answer.ts';

/** The bare web server: limits, ids, logs, cookies, headers and the refusal of writes from other sites. No routes yet. */
export function createHttp(deps: { config: Config; log: Log }): FastifyInstance {
  const { config, log } = deps;
  const http = Fastify({
    loggerInstance: log as never, // a pino logger; Fastify's type asks for more than we use
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID().slice(0, 8),
    bodyLimit: 9_000_000,
    trustProxy: config.trustProxy ?? false,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  }) as unknown as FastifyInstance;
  answerErrors(http, log);
  http.removeContentTypeParser('text/plain'); // bodies are JSON; photos bring their own parser
  http.register(cookie);
  // Maps, lists and scripts; small answers are quicker plain.
  http.register(compress, { threshold: 8192, encodings: ['gzip', 'identity'] });
  http.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('x-frame-options', 'DENY');
    if (request.method !== 'GET' && request.method !== 'HEAD') refuseOtherSites(request.headers, config.publicUrl);
    done();
  });
  http.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        id: request.id,
        method: request.method,
        url: request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
  return http;
}

/** A browser on another site cannot send our header without asking first, and tells its origin truly. */
function refuseOtherSites(headers: Record<string, string | string[] | undefined>, publicUrl: string | null): void {
  if (headers['x-linli'] === undefined) refuse('origin-refused');
  const origin = headers.origin;
  if (typeof origin !== 'string') return;
  const host = typeof headers.host === 'string' ? headers.host : '';
  const allowed = origin === publicUrl || origin === `http://${host}` || origin === `https://${host}`;
  if (!allowed) refuse('origin-refused');
}
