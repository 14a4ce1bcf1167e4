import { createHash } from 'node:crypto';
import { generalErrors, type Operation, type OutputOf, type ParsedInputOf } from '@linli/contract';
import { type Actor, holdsPermission } from '@linli/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import { behindGate, type Database, type Db, fixedQuery, writeLater } from '../db/database.ts';
import { Refusal, refuse } from '../errors.ts';
import { fieldProblems, whole } from './field-problems.ts';
import { readQuery } from './read-query.ts';

/** What a handler gets: who asks, when, what, and the reply for cookies. */
export interface Call<O extends Operation> {
  actor: Actor;
  input: ParsedInputOf<O>;
  now: Date;
  /** Of a command; queries have none. */
  requestId: string;
  /** Address of the caller, for counting tries only. */
  address: string;
  request: FastifyRequest;
  reply: FastifyReply;
}
export type Handler<O extends Operation> = (db: Db, call: Call<O>) => Promise<OutputOf<O>>;
/** For operations that open their own transactions: group commit, sign-in. They keep `requestId` once by their own means. */
export type OuterHandler<O extends Operation> = (database: Database, call: Call<O>) => Promise<OutputOf<O>>;

export interface RouteDeps {
  http: FastifyInstance;
  database: Database;
  clock: Clock;
  actorOf(request: FastifyRequest): Promise<Actor>;
  /** True in tests: an error or an answer that the contract does not declare throws instead of being logged. */
  strict: boolean;
}

export interface Router {
  /** One transaction as the actor; commands are done once per `requestId` and answer the same again. */
  route<O extends Operation>(operation: O, handler: Handler<O>): void;
  /** The handler opens its own transactions. */
  routeOuter<O extends Operation>(operation: O, handler: OuterHandler<O>): void;
  registered(): readonly Operation[];
}

export function createRouter(deps: RouteDeps): Router {
  const { http, database, clock } = deps;
  const operations: Operation[] = [];

  function register<O extends Operation>(operation: O, run: (call: Call<O>) => Promise<OutputOf<O>>): void {
    operations.push(operation);
    http.route({
      method: operation.kind === 'command' ? 'POST' : 'GET',
      url: `/api/${operation.name}`,
      config: { operation: operation.name },
      handler: async (request, reply) => {
        const actor = await deps.actorOf(request);
        admit(operation, actor);
        const input = parseInput(operation, request);
        const requestId = operation.kind === 'command' ? String((input as { requestId?: unknown }).requestId) : '';
        const call: Call<O> = { actor, input, now: clock.now(), requestId, address: request.ip, request, reply };
        let result: OutputOf<O>;
        try {
          result = await run(call);
        } catch (error) {
          throw declared(operation, error, deps.strict);
        }
        return guardOutput(operation, result);
      },
    });
  }

  return {
    route(operation, handler) {
      const run: (call: Call<typeof operation>) => Promise<OutputOf<typeof operation>> =
        operation.kind === 'query'
          ? (call) => database.as(call.actor, (db) => handler(db, call))
          : (call) => database.as(call.actor, (db) => once(db, operation, call, () => handler(db, call)));
      register(operation, run);
    },
    routeOuter(operation, handler) {
      register(operation, (call) => handler(database, call));
    },
    registered: () => operations,
  };
}

function admit(operation: Operation, actor: Actor): void {
  if (operation.allow === 'anyone') return;
  if (actor.kind === 'anonymous') refuse('sign-in-needed');
  if (operation.allow === 'signed-in') return;
  if (!holdsPermission(actor, operation.allow)) refuse('not-allowed');
}

function parseInput<O extends Operation>(operation: O, request: FastifyRequest): ParsedInputOf<O> {
  const raw =
    operation.kind === 'command'
      ? (request.body ?? {})
      : readQuery(operation.input, request.query as Record<string, unknown>);
  const bad = unstorableText(raw, []);
  if (bad) refuse('input-invalid', {}, { fields: [{ path: bad, code: 'wrong-format', params: {} }] });
  const parsed = parseSafely(operation.input, raw);
  if (!parsed.success) refuse('input-invalid', {}, { fields: fieldProblems(parsed.error) });
  return parsed.data as ParsedInputOf<O>; // safeParse of this operation's own schema
}

/** Zod 4 compares `length` of whatever has one: `{"length": {"toString": 1}}` makes the comparison itself throw. */
function parseSafely(schema: z.ZodObject, raw: unknown): ReturnType<z.ZodObject['safeParse']> {
  try {
    return schema.safeParse(raw);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse('input-invalid', {}, { fields: [{ path: whole, code: 'invalid', params: {} }] });
  }
}

/** No operation nests deeper than a multi-polygon; what does would only exhaust the stack of whoever walks it. */
const deepest = 40;

/** The path of the first text PostgreSQL cannot keep (a NUL or half of a surrogate pair), or of what is nested too deep. */
function unstorableText(value: unknown, path: readonly (string | number)[]): string | null {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? pathText(path) : null;
  if (typeof value !== 'object' || value === null) return null;
  if (path.length > deepest) return pathText(path);
  for (const [key, inner] of Object.entries(value)) {
    const bad = unstorableText(key, path) ?? unstorableText(inner, [...path, key]);
    if (bad) return bad;
  }
  return null;
}

function pathText(path: readonly (string | number)[]): string {
  return path.join('.') || whole;
}

/** Strips what the contract does not declare; a missing field is our fault, not the caller's. */
function guardOutput<O extends Operation>(operation: O, result: OutputOf<O>): unknown {
  const parsed = (operation.output as z.ZodType).safeParse(result);
  if (!parsed.success)
    throw new Error(`${operation.name} answered something its contract does not declare: ${parsed.error.message}`);
  return parsed.data;
}

function declared(operation: Operation, error: unknown, strict: boolean): unknown {
  if (!strict || !(error instanceof Refusal)) return error;
  const known: readonly string[] = [...generalErrors, ...operation.errors];
  if (known.includes(error.code)) return error;
  return new Error(`${operation.name} refused with ${error.code}, which its contract does not declare`, {
    cause: error,
  });
}

export function actorKey(actor: Actor): string {
  return actor.accountId ?? 'anonymous';
}

export function inputHash(operation: Operation, input: unknown): Buffer {
  return createHash('sha256').update(operation.name).update(JSON.stringify(input)).digest();
}

/**
 * A repeated request answers what the first one answered; a request id used for something else is refused. `kept` is what is stored
 * for the repeat, where the answer holds something told only once (a first password).
 */
export async function once<O extends Operation>(
  db: Db,
  operation: O,
  call: Pick<Call<O>, 'actor' | 'input' | 'now' | 'requestId'>,
  run: () => Promise<OutputOf<O>>,
  kept: (result: OutputOf<O>) => unknown = (result) => result,
): Promise<OutputOf<O>> {
  const key = actorKey(call.actor);
  const hash = inputHash(operation, call.input);
  const gate = fixedQuery(
    `insert into request (request_id, actor_key, operation, input_hash, at)
      values ($1, $2, $3, $4, $5) on conflict do nothing returning true as fresh`,
    [call.requestId, key, operation.name, hash, call.now],
  );
  const done = await behindGate(db, gate, run);
  if (!done) {
    const before = await db
      .selectFrom('request')
      .select(['input_hash', 'response'])
      .where('request_id', '=', call.requestId)
      .where('actor_key', '=', key)
      .executeTakeFirstOrThrow();
    if (!before.input_hash.equals(hash)) refuse('request-id-reused');
    return before.response as OutputOf<O>; // stored by this same operation
  }
  const { result } = done;
  // With the commit: nobody reads it before.
  writeLater(
    db,
    fixedQuery('update request set response = $1 where request_id = $2 and actor_key = $3', [
      JSON.stringify(kept(result)),
      call.requestId,
      key,
    ]),
  );
  return result;
}
