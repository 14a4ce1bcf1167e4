import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suggestType } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../platform/log.ts';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import { createEndpoint, maskNumbers } from './ask-endpoint.ts';

/** A stand-in that speaks `/v1/chat/completions` and says what it is told to. */
let server: Server;
let url: string;
let says: { status: number; body: string } = { status: 200, body: '' };
const heard: { path: string; key: string; body: string }[] = [];
let test: TestApp;

const answer = (content: string) => JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] });

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => {
      body += String(bytes);
    });
    request.on('end', () => {
      heard.push({ path: request.url ?? '', key: request.headers.authorization ?? '', body });
      response.writeHead(says.status, { 'content-type': 'application/json' }).end(says.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has such an address
  test = await createTestApp({ config: { llm: { url, key: 'secret', model: 'small' } } });
}, 60_000);
afterAll(async () => {
  await test.close();
  await new Promise((done) => server.close(done));
});

describe('the endpoint', () => {
  it('is asked by staff below the floor only, with numbers masked; a person still chooses', async () => {
    const desk = await test.staff('dispatcher', 'street');
    const resident = await test.resident();
    says = { status: 200, body: answer('06010') };
    const words = '嗯，打我电话138 1234 5678';
    const told = await desk.call(suggestType, { words });
    expect(told).toMatchObject({ by: 'endpoint', belowFloor: true });
    expect(told.suggestions[0]?.typeCode).toBe('06010');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ path: '/v1/chat/completions', key: 'Bearer secret' });
    expect(heard[0]?.body).not.toContain('5678');
    await resident.call(suggestType, { words });
    await test.nobody.call(suggestType, { words });
    await desk.call(suggestType, { words: '暴露垃圾，垃圾堆没人清，乱扔垃圾' });
    expect(heard).toHaveLength(1);
  });

  it.each([
    ['an error', 500, 'down'],
    ['no JSON', 200, '<html>'],
    ['another shape', 200, '{"choices":[{}]}'],
    ['two kinds', 200, answer('06010 or loc-99')],
    ['a kind there is none of', 200, answer('delete-everything')],
    ['too much', 200, answer('06010'.repeat(9000))],
  ])('is no answer when it says %s', async (_name, status, body) => {
    says = { status, body };
    const ask = createEndpoint({ url: `${url}/v1/`, key: '', model: 'small' }, createLog('silent'));
    const kinds = [
      { code: '06010', name: '暴露垃圾' },
      { code: 'loc-99', name: '其他' },
    ];
    expect(await ask?.('什么', kinds)).toBeNull();
  });

  it('is off unless configured', () => {
    expect(createEndpoint(null, createLog('silent'))).toBeNull();
  });

  it('masks numbers of people and leaves house numbers', () => {
    expect(maskNumbers('12号501，13812345678，31010119900101123X，021-1234 5678，a.b@c.cn')).toBe(
      '12号501，***，***，***，***',
    );
  });
});
