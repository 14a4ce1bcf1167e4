import { type Actor, anonymousActor } from '@linli/domain';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import type { LiveFeed } from '../journal/index.ts';
import { liveRoute } from './live-route.ts';

const worker: Actor = { ...anonymousActor, kind: 'staff', accountId: '0193f0c0-0000-7000-8000-000000000001' };

async function streamOf(actorOf: () => Promise<Actor>) {
  const http = fastify();
  const live: LiveFeed = {
    attach: async (_actor, stream) => void stream.writeHead(200).write('retry: 2000\n\n'),
    readers: () => 1,
    close: async () => {},
  };
  liveRoute(http, live, actorOf, 5);
  const address = await http.listen({ port: 0, host: '127.0.0.1' });
  const { body } = await fetch(`${address}/api/live`);
  if (!body) throw new Error('a stream was asked for');
  return { http, body: body.getReader() };
}

it('a stream ends when its session has', async () => {
  let asked = 0;
  const { http, body } = await streamOf(async () => (asked++ < 3 ? worker : anonymousActor));
  expect((await body.read()).done).toBe(false);
  expect((await body.read()).done).toBe(true);
  await http.close();
});

it('a stream goes on while its reader is the same, also when nobody can say', async () => {
  const turns = { asked: 0, enough: () => {} };
  const enough = new Promise<void>((resolve) => {
    turns.enough = resolve;
  });
  const { http, body } = await streamOf(async () => {
    turns.asked += 1;
    if (turns.asked === 2) throw new Error('the database is away');
    if (turns.asked === 5) turns.enough();
    return { ...worker };
  });
  expect((await body.read()).done).toBe(false);
  let ended = false;
  const more = body.read().then(() => {
    ended = true;
  });
  await enough;
  expect(ended).toBe(false);
  await body.cancel();
  await more;
  await http.close();
});
