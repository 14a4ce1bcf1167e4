import {
  type ErrorBody,
  type ErrorCode,
  errorWords,
  fieldWords,
  type Language,
  stateWords,
  wordsFor,
} from '@linli/contract';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../db/is-database-away.ts';
import { Refusal } from '../errors.ts';
import type { Log } from '../log.ts';
import { whole } from './field-problems.ts';

/** zh-CN unless the reader prefers English. */
export function languageOf(request: FastifyRequest): Language {
  const header = request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(header) ? 'en' : 'zh-CN';
}

/** Transactions that lost against others more often than they are tried again. */
const contendedCodes = new Set(['40001', '40P01']);

/** Values PostgreSQL has no room for are the caller's doing: a NUL inside text, a day in the year 0000, a number beyond its type. */
const unstorableCodes = new Set(['22003', '22007', '22008', '22021', '22P05']);

function unreadable(): Refusal {
  return new Refusal('input-invalid', {}, { fields: [{ path: whole, code: 'wrong-format', params: {} }] });
}

/** Turns any error into an answer for people; only faults of ours are logged as errors. */
export function answerErrors(http: FastifyInstance, log: Log): void {
  http.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = asRefusal(error, request, log);
    const body = errorBody(refusal, languageOf(request), request.id);
    if ([429, 503].includes(errorWords[refusal.code].status))
      reply.header('retry-after', String(refusal.params.seconds ?? 2));
    return reply.status(errorWords[refusal.code].status).send(body);
  });
  http.setNotFoundHandler((request, reply) =>
    reply.status(404).send(errorBody(new Refusal('not-found'), languageOf(request), request.id)),
  );
}

export function errorBody(refusal: Refusal, language: Language, id: string): ErrorBody {
  const state = refusal.more.state ? { state: stateIn(refusal.more.state, language) } : {};
  const params = { ...refusal.params, ...state, id };
  const fields = refusal.more.fields?.map((f) => ({ ...f, message: wordsFor(fieldWords[f.code], language, f.params) }));
  return {
    error: {
      code: refusal.code,
      params: refusal.params,
      message: wordsFor(errorWords[refusal.code], language, params),
      id,
      ...(fields ? { fields } : {}),
      ...(refusal.more.state ? { state: refusal.more.state } : {}),
      ...(refusal.more.allowed ? { allowed: refusal.more.allowed } : {}),
    },
  };
}

/** A case's state in the reader's words. */
function stateIn(state: string, language: Language): string {
  const words = (stateWords as Record<string, { zh: string; en: string }>)[state]; // looked up by a name from the database
  return words ? wordsFor(words, language, {}) : state;
}

function asRefusal(error: FastifyError, request: FastifyRequest, log: Log): Refusal {
  if (error instanceof Refusal) return error;
  const code = String(error.code ?? '');
  if (error.statusCode === 413) return new Refusal('body-too-large');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return unreadable();
  if (isDatabaseAway(error) || contendedCodes.has(code)) {
    log.warn({ err: error, id: request.id }, 'the database was not reachable');
    return new Refusal('unavailable');
  }
  if (unstorableCodes.has(code)) return unreadable();
  log.error({ err: error, id: request.id, operation: request.routeOptions.config }, 'a request failed by our fault');
  return new Refusal('broken' satisfies ErrorCode);
}
