import cookie from '@fastify/cookie';
import { command, type Operation, query } from '@linli/contract';
import { type Actor, anonymousActor } from '@linli/domain';
import Fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cloneDatabase } from '../../test/clone-database.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { createPool } from '../db/pool.ts';
import { refuse } from '../errors.ts';
import { newId } from '../ids.ts';
import { answerErrors } from './error-answer.ts';
import { createRouter, type Router } from './route.ts';

const draft = { module: 'test', summary: 'Only here', allow: 'anyone' } as const;
const write = command({
  ...draft,
  name: 'write-setting',
  input: {
    key: z.string().min(2).max(20),
    count: z.number().int().min(1).max(9),
    pair: z.object({ a: z.string(), b: z.enum(['x', 'y']) }),
    pauseMs: z.number().default(0),
    fail: z.boolean().default(false),
  },
  output: z.object({ key: z.string(), turn: z.number() }),
  errors: ['changed-meanwhile'],
});
const extra = query({
  ...draft,
  name: 'extra-field',
  input: {},
  output: z.object({ shown: z.string(), list: z.array(z.object({ id: z.string() })) }),
});
const missing = query({ ...draft, name: 'missing-field', input: {}, output: z.object({ needed: z.string() }) });
const undeclared = query({ ...draft, name: 'undeclared-error', input: {}, output: z.object({}) });
const boom = query({ ...draft, name: 'boom', input: { secret: z.string().optional() }, output: z.object({}) });
const forStaff = query({ ...draft, name: 'for-staff', input: {}, output: z.object({}), allow: 'org:edit' });
const forSignedIn = query({ ...draft, name: 'for-signed-in', input: {}, output: z.object({}), allow: 'signed-in' });

const clock = { now: () => new Date('2026-03-16T02:00:00Z') };
const lines: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
let database: Database;
let drop: () => Promise<void>;
let strict: FastifyInstance;
let lenient: FastifyInstance;
let actor: Actor = anonymousActor;
let turns = 0;

function routes(router: Router): void {
  router.route(write, async (db, { input }) => {
    turns++;
    await sql`insert into setting (key, value, changed_at) values (${input.key}, '1', now()) on conflict (key) do update set value = to_jsonb((setting.value)::int + 1)`.execute(
      db,
    );
    if (input.pauseMs > 0) await sql`select pg_sleep(${input.pauseMs / 1000})`.execute(db);
    if (input.fail) refuse('changed-meanwhile');
    return { key: input.key, turn: turns };
  });
  const leaky = { shown: 'yes', phone: '13900000000', list: [{ id: '1', phone: '13900000000' }] };
  router.route(extra, async () => leaky);
  router.route(missing, async () => ({}) as { needed: string }); // a mistake of ours, on purpose
  router.route(undeclared, async () => refuse('already-rated'));
  router.route(boom, async () => {
    throw new Error('select * from credential failed at /srv/linli/secret.ts');
  });
  router.route(forStaff, async () => ({}));
  router.route(forSignedIn, async () => ({}));
}

function serve(isStrict: boolean): FastifyInstance {
  const http = Fastify({ bodyLimit: 2000, genReqId: () => newId().slice(-8) });
  http.register(cookie);
  answerErrors(http, log);
  routes(createRouter({ http, database, clock, actorOf: async () => actor, strict: isStrict }));
  return http;
}

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  database = createDatabase(createPool({ connectionString: clone.connectionString }, { max: 6 }, () => undefined));
  strict = serve(true);
  lenient = serve(false);
});
afterAll(async () => {
  await strict.close();
  await lenient.close();
  await database.close();
  await drop();
});

const good = { key: 'one', count: 2, pair: { a: 'a', b: 'x' } };
const post = (body: object, headers: Record<string, string> = {}, http = strict) =>
  http.inject({ method: 'POST', url: '/api/write-setting', payload: body, headers });
const get = (operation: Operation, http = strict, headers: Record<string, string> = {}) =>
  http.inject({ method: 'GET', url: `/api/${operation.name}`, headers });
async function settingOf(key: string): Promise<number | null> {
  const { rows } = await database.asSystem((db) =>
    sql<{ value: number }>`select value from setting where key = ${key}`.execute(db),
  );
  return rows[0]?.value ?? null;
}

describe('what leaves', () => {
  it('is only what the contract declares, also inside lists', async () => {
    expect((await get(extra)).json()).toEqual({ shown: 'yes', list: [{ id: '1' }] });
  });

  it.each([missing, boom])(
    'of our own faults is a 500 with neutral words and an id that the log holds ($name)',
    async (operation) => {
      lines.length = 0;
      const response = await get(operation, lenient, { 'accept-language': 'en' });
      expect(response.statusCode).toBe(500);
      const { error } = response.json();
      expect(error).toMatchObject({ code: 'broken', params: {} });
      expect(error.id).toMatch(/^[0-9a-f]{8}$/);
      expect(error.message).toContain(error.id);
      expect(response.body).not.toMatch(/credential|secret|contract|needed|stack/);
      expect(lines.some((line) => line.includes(error.id) && line.includes('"level":50'))).toBe(true);
    },
  );

  it('is no error the contract does not declare: strict tests fail on it, users still get the words', async () => {
    lines.length = 0;
    expect((await get(undeclared)).statusCode).toBe(500);
    expect(lines.join()).toContain('undeclared-error refused with already-rated');
    expect((await get(undeclared, lenient)).json().error.code).toBe('already-rated');
  });
});

describe('who enters', () => {
  it('is asked to sign in, or told that the post does not carry it', async () => {
    expect((await get(forSignedIn)).json().error.code).toBe('sign-in-needed');
    expect((await get(forStaff)).statusCode).toBe(401);
    actor = {
      kind: 'resident',
      accountId: newId(),
      name: '',
      scopes: [{ role: 'resident', path: 'a', unitId: null, postId: null }],
      pools: [],
    };
    expect((await get(forSignedIn)).statusCode).toBe(200);
    expect((await get(forStaff)).json().error.code).toBe('not-allowed');
    expect((await get(forStaff)).statusCode).toBe(403);
    actor = anonymousActor;
  });
});

describe('what enters', () => {
  const bad = { key: 'x', count: 12, pair: { b: 'z' }, surprise: 1 };
  const problems = [
    ['requestId', 'required'],
    ['key', 'too-short'],
    ['count', 'too-big'],
    ['pair.a', 'required'],
    ['pair.b', 'not-an-option'],
    ['surprise', 'unknown'],
  ];
  it.each([
    ['zh-CN,zh;q=0.9', '最多', '请填写'],
    ['en-GB,en;q=0.9', 'at most', 'Please fill this in'],
  ])('is told every problem at once, in the reader’s words (%s)', async (language, _many, required) => {
    const response = await post(bad, { 'accept-language': language });
    expect(response.statusCode).toBe(400);
    const { error } = response.json() as {
      error: { code: string; message: string; fields: { path: string; code: string; message: string }[] };
    };
    expect(error.code).toBe('input-invalid');
    expect(error.fields.map((f) => [f.path, f.code])).toEqual(problems);
    expect(error.fields.find((f) => f.path === 'pair.a')?.message).toBe(required);
    expect(error.fields.every((f) => f.message !== '' && !f.message.includes('{'))).toBe(true);
    expect(/[\u4e00-\u9fff]/.test(error.fields.map((f) => f.message).join() + error.message)).toBe(
      language.startsWith('zh'),
    );
  });

  it('speaks Chinese to whoever says nothing of a language', async () => {
    expect((await post(bad)).json().error.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('changes nothing when refused', async () => {
    const before = turns;
    await post({ ...good, requestId: newId(), count: 0 });
    expect(turns).toBe(before);
  });

  it.each([
    ['a body too large', { payload: `{"key":"${'x'.repeat(3000)}"}`, type: 'application/json' }, 413, 'body-too-large'],
    ['no JSON', { payload: '{"key":', type: 'application/json' }, 400, 'input-invalid'],
    ['another type', { payload: 'key=one', type: 'application/x-www-form-urlencoded' }, 400, 'input-invalid'],
    ['nothing', { payload: '', type: 'application/json' }, 400, 'input-invalid'],
  ])('is refused with words when it is %s', async (_name, sent, status, code) => {
    const response = await strict.inject({
      method: 'POST',
      url: '/api/write-setting',
      payload: sent.payload,
      headers: { 'content-type': sent.type },
    });
    expect(response.statusCode).toBe(status);
    expect(response.json().error).toMatchObject({ code });
    expect(response.json().error.message).not.toBe('');
  });

  it('to an unknown path gets the same shape of answer', async () => {
    const response = await strict.inject({ method: 'POST', url: '/api/no-such-operation', payload: {} });
    expect(response.statusCode).toBe(404);
    expect(response.json().error).toMatchObject({
      code: 'not-found',
      params: {},
      id: expect.any(String),
      message: expect.any(String),
    });
  });
});

describe('a request id', () => {
  it('makes a repeat answer the same without doing it again', async () => {
    const body = { ...good, key: 'same', requestId: newId() };
    const first = (await post(body)).json();
    expect((await post(body)).json()).toEqual(first);
    expect(await settingOf('same')).toBe(1);
  });

  it('has one effect also when ten come at once', async () => {
    const body = { ...good, key: 'at once', requestId: newId(), pauseMs: 60 };
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(body)));
    expect(new Set(answers.map((a) => a.body)).size).toBe(1);
    expect(answers.every((a) => a.statusCode === 200)).toBe(true);
    expect(await settingOf('at once')).toBe(1);
  });

  it('is refused for other input', async () => {
    const requestId = newId();
    await post({ ...good, key: 'first use', requestId });
    const reused = await post({ ...good, key: 'other use', requestId });
    expect(reused.statusCode).toBe(409);
    expect(reused.json().error.code).toBe('request-id-reused');
    expect(await settingOf('other use')).toBeNull();
  });

  it('belongs to whoever made it: another person may use the same', async () => {
    const body = { ...good, key: 'two people', requestId: newId() };
    await post(body);
    actor = { ...anonymousActor, kind: 'resident', accountId: newId() };
    expect((await post(body)).statusCode).toBe(200);
    actor = anonymousActor;
    expect(await settingOf('two people')).toBe(2);
  });

  it('is not used up by a refusal, which leaves nothing behind', async () => {
    const body = { ...good, key: 'refused', requestId: newId() };
    expect((await post({ ...body, fail: true })).json().error.code).toBe('changed-meanwhile');
    expect(await settingOf('refused')).toBeNull();
    expect((await post(body)).statusCode).toBe(200);
    expect(await settingOf('refused')).toBe(1);
  });
});
