import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import * as contract from '@linli/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import { exchangePath, exchangeType } from './message.ts';
import { answerParts, keyIdOf, requestParts, signParts, verifyParts } from './signature.ts';

/** A partner whose key is in our hands: everything it may send, and everything it may not. */
let test: TestApp;
let key: { privateKey: KeyObject; keyId: string };
let partnerId: string;
const newKey = () => {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ format: 'jwk' }).x ?? '';
  return { publicKey, privateKey: pair.privateKey, keyId: keyIdOf(publicKey) };
};
const card = { name: '南街道', siteCode: 'south-town', baseUrl: 'https://south.example.cn' };

beforeAll(async () => {
  test = await createTestApp();
  const made = newKey();
  key = made;
  const admin = await test.staff('system-admin', 'street');
  ({ partnerId } = await admin.call(contract.savePartner, { ...card, publicKey: made.publicKey, active: true }));
}, 60_000);
afterAll(() => test.close());

function message(sequence: number, more: Record<string, unknown> = {}) {
  const data = {
    number: `south-town-20260316-${String(sequence).padStart(6, '0')}`,
    typeCode: 'loc-71',
    typeName: { zh: '界河水草' },
    section: 'river-1',
    summary: '水葫芦',
    senderPart: '西岸',
    receiverPart: '东岸',
    fields: [],
    address: null,
    point: null,
    form: { borderSection: 'river-1' },
    reportedAt: '2026-03-16T01:00:00Z',
    sharedAt: '2026-03-16T01:30:00Z',
    state: 'dispatched',
  };
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: 'urn:linli:site:south-town',
    type: 'linli.case-shared.v1',
    time: '2026-03-16T01:30:00Z',
    datacontenttype: 'application/json',
    sequence: String(sequence),
    data,
    ...more,
  };
}

interface Letter {
  body?: string;
  from?: string;
  to?: string;
  ageSeconds?: number;
  by?: { privateKey: KeyObject; keyId: string };
  /** Changes after signing. */
  change?: (headers: Record<string, string>) => void;
  sentBody?: string;
}
async function post(letter: Letter) {
  const { body = '[]', from = 'south-town', to = 'street', ageSeconds = 0 } = letter;
  const parts = requestParts({ path: exchangePath, contentType: exchangeType, from, to });
  const created = Math.floor(test.clock.now().getTime() / 1000) - ageSeconds;
  const nonce = randomUUID();
  const signed = signParts(parts, Buffer.from(body), letter.by ?? key, { created, nonce });
  const headers: Record<string, string> = {
    ...signed,
    'content-type': exchangeType,
    'linli-from': from,
    'linli-to': to,
    'x-linli': '1',
  };
  letter.change?.(headers);
  const answer = await test.app.http.inject({
    method: 'POST',
    url: exchangePath,
    headers,
    payload: letter.sentBody ?? body,
  });
  return { answer, nonce };
}
async function tell(messages: readonly object[]) {
  const { answer } = await post({ body: JSON.stringify(messages) });
  expect(answer.statusCode).toBe(200);
  return answer.json() as { until: string; refused: { id: string; code: string }[] }; // the contract of the exchange
}
async function inboxCount(): Promise<number> {
  const { rows } = await test.app.database.asSystem((db) =>
    sql<{
      n: number;
    }>`select (select count(*) from partner_inbox)::int + (select count(*) from cases)::int as n`.execute(db),
  );
  return rows[0]?.n ?? -1;
}

describe('who is listened to', () => {
  it('answers a partner, signed by this site for this very request', async () => {
    const { answer, nonce } = await post({});
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ of: nonce, refused: [] });
    const admin = await test.staff('system-admin', 'street');
    const own = await admin.call(contract.getOwnPartnerCard, {});
    const parts = answerParts({ status: 200, from: 'street', to: 'south-town' });
    expect(verifyParts(parts, answer.rawPayload, answer.headers as Record<string, string>, own.publicKey)?.nonce).toBe(
      nonce,
    );
    expect(
      verifyParts(parts, answer.rawPayload, answer.headers as Record<string, string>, newKey().publicKey),
    ).toBeNull();
  });

  const changed = (header: string, value: string): Letter => ({ change: (headers) => (headers[header] = value) });
  it.each<[string, Letter]>([
    ['another key', { by: newKey() }],
    ['another key that claims to be the right one', { by: { privateKey: newKey().privateKey, keyId: '' } }],
    ['a partner nobody knows', { from: 'west-town' }],
    ['a letter for somebody else', { to: 'west-town' }],
    ['another sender than signed', changed('linli-from', 'west-town')],
    ['a changed body', { sentBody: '[ ]' }],
    ['a digest of another body', changed('content-digest', 'sha-256=:AAAA:')],
    ['no signature', { change: (headers) => void delete headers.signature }],
    ['half a signature', changed('signature', 'linli=:AAAA:')],
    [
      'fewer parts signed',
      { change: (h) => (h['signature-input'] = (h['signature-input'] ?? '').replace('"@path" ', '')) },
    ],
    [
      'another time than signed',
      { change: (h) => (h['signature-input'] = (h['signature-input'] ?? '').replace(/created=\d/, 'created=9')) },
    ],
  ])('refuses %s, and writes nothing', async (_name, letter) => {
    if (letter.by?.keyId === '') letter.by.keyId = key.keyId;
    const before = await inboxCount();
    const { answer } = await post({ body: JSON.stringify([message(1)]), ...letter });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: { code: 'exchange-refused' } });
    expect(await inboxCount()).toBe(before);
  });

  it.each([301, -301])('refuses a clock %i seconds away, and says what time it is here', async (ageSeconds) => {
    const { answer } = await post({ ageSeconds });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({
      error: { code: 'exchange-clock', params: { now: test.clock.now().toISOString() } },
    });
    expect((await post({ ageSeconds: Math.sign(ageSeconds) * 290 })).answer.statusCode).toBe(200);
  });

  it('takes nothing from a partner that is switched off, and goes on when it is on again', async () => {
    const admin = await test.staff('system-admin', 'street');
    const { publicKey } = (await admin.call(contract.listPartners, {})).partners[0] ?? {};
    const switched = { ...card, partnerId, publicKey: publicKey ?? '' };
    await admin.call(contract.savePartner, { ...switched, active: false });
    expect((await post({})).answer.json()).toMatchObject({ error: { code: 'partner-off' } });
    await admin.call(contract.savePartner, { ...switched, active: true });
    expect((await post({})).answer.statusCode).toBe(200);
  });

  it('refuses a huge body before it is read, and other kinds of content', async () => {
    const huge = await post({ body: `[${'"x",'.repeat(300_000)}"x"]` });
    expect(huge.answer.statusCode).toBe(413);
    const json = await post({ change: (headers) => (headers['content-type'] = 'application/json') });
    expect(json.answer.statusCode).toBe(400);
  });
});

describe('what is applied', () => {
  it('is what follows without a gap: out of order waits, a repeat changes nothing and is answered the same', async () => {
    const [first, second, third] = [message(1), message(2), message(3)];
    expect(await tell([third])).toMatchObject({ until: '0', refused: [] });
    expect(await tell([second, first])).toMatchObject({ until: '2' });
    const before = await inboxCount();
    expect(await tell([first, second])).toMatchObject({ until: '2' });
    expect(await inboxCount()).toBe(before);
    expect(await tell([third, third])).toMatchObject({ until: '3' });
    expect(await inboxCount()).toBe(before + 2);
  });

  it('refuses single messages by name and goes on behind them, the same again when they are repeated', async () => {
    const strange = message(4, { type: 'linli.something-else.v9' });
    const torn = message(5, { data: { number: 'south-town-1' } });
    const nul = message(6, { data: { ...message(6).data, summary: 'a\u0000b' } });
    const half = message(7, { data: { ...message(7).data, summary: 'a\ud800' } });
    const unknown = message(8, { data: { ...message(8).data, typeCode: 'nothing' } });
    const good = message(9);
    const all = [strange, torn, nul, half, unknown, good];
    const expected = {
      until: '9',
      refused: [
        { id: strange.id, code: 'unknown-kind' },
        { id: torn.id, code: 'input-invalid' },
        { id: nul.id, code: 'input-invalid' },
        { id: half.id, code: 'input-invalid' },
        { id: unknown.id, code: 'type-not-open' },
      ],
    };
    expect(await tell(all)).toMatchObject(expected);
    const again = await tell(all);
    expect(again.refused.toSorted(byId)).toEqual(expected.refused.toSorted(byId));
  });

  it('never answers 5xx to whatever a partner signs', async () => {
    const piece = fc.oneof(fc.json({ maxDepth: 4 }), fc.constant(JSON.stringify(message(10))), fc.constant('{'));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 3 }), fc.boolean(), async (pieces, whole) => {
        const body = whole ? `[${pieces.join(',')}]` : pieces.join('');
        const { answer } = await post({ body });
        expect(answer.statusCode).toBeLessThan(500);
      }),
      { numRuns: 120 },
    );
  });
});
const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);

describe('where we send', () => {
  it.each([
    'ftp://south.example.cn',
    'https://u:p@south.example.cn',
    'https://south.example.cn/x',
    'https://south.example.cn/?a=1',
    'nonsense',
    'http://127.0.0.1:8080',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://10.1.2.3',
    'http://169.254.169.254',
    'http://192.168.1.1',
    'http://2130706433',
    'http://0x7f.1',
  ])('refuses %s as an address', async (baseUrl) => {
    const admin = await test.staff('system-admin', 'street');
    const input = { name: '西街道', siteCode: 'west-town', baseUrl, publicKey: newKey().publicKey, active: true };
    const answer = await admin.ask(contract.savePartner, input);
    expect(answer).toMatchObject({ status: 409, error: { code: 'partner-address-refused' } });
  });

  it('refuses our own code and another partner’s', async () => {
    const admin = await test.staff('system-admin', 'street');
    for (const siteCode of ['street', 'south-town']) {
      const answer = await admin.ask(contract.savePartner, { ...card, siteCode, publicKey: newKey().publicKey });
      expect(answer).toMatchObject({ status: 400, error: { fields: [{ path: 'siteCode' }] } });
    }
  });

  it('does not follow where it is sent elsewhere, nor connects to a name that leads inside', async () => {
    let asked = 0;
    const trap = createServer((request, response) => {
      asked++;
      response.writeHead(307, { location: `http://${request.headers.host}/elsewhere` }).end();
    });
    await new Promise<void>((done) => trap.listen(0, '127.0.0.1', done));
    const address = trap.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const problemAt = async (app: TestApp, baseUrl: string) => {
      const admin = await app.staff('system-admin', 'street');
      await admin.call(contract.savePartner, {
        ...card,
        siteCode: 'trap-town',
        baseUrl,
        publicKey: newKey().publicKey,
      });
      await app.settle();
      const { partners } = await admin.call(contract.listPartners, {});
      return partners.find((partner) => partner.siteCode === 'trap-town')?.problem;
    };
    const open = await createTestApp({ config: { partnerNetworks: ['127.0.0.0/8'] } });
    expect(await problemAt(open, `http://127.0.0.1:${port}`)).toBe('refused');
    expect(asked).toBe(1);
    await open.close();
    expect(await problemAt(test, `http://localhost:${port}`)).toBe('address-refused');
    expect(asked).toBe(1);
    await new Promise((done) => trap.close(done));
  });
});
