import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DysmsStandIn {
  endpoint: string;
  /** Messages taken, oldest first. */
  sent: { phone: string; template: string; sign: string; params: Record<string, string> }[];
  /** The next requests are answered with this code instead. */
  failNext(...codes: string[]): void;
  /** The next request is answered with this status and a page that is no JSON. */
  breakNext(status: number): void;
  close(): Promise<void>;
}

const skewMs = 15 * 60_000;

/**
 * A running stand-in for the SMS gateway, small but strict: parameters, time, nonce and signature are checked from the gateway's
 * published description, byte by byte, with none of the adapter's code.
 */
export async function startDysmsStandIn(settings: {
  accessKey: string;
  secretKey: string;
  now: () => Date;
}): Promise<DysmsStandIn> {
  const sent: DysmsStandIn['sent'] = [];
  const codes: string[] = [];
  const broken: number[] = [];
  const nonces = new Set<string>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const status = broken.shift();
    if (status !== undefined) {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<html>502</html>');
      return;
    }
    const params = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    const code = request.method === 'POST' ? (problemOf(params) ?? codes.shift() ?? 'OK') : 'UnsupportedHTTPMethod';
    if (code === 'OK') {
      sent.push({
        phone: params.get('PhoneNumbers') ?? '',
        template: params.get('TemplateCode') ?? '',
        sign: params.get('SignName') ?? '',
        params: JSON.parse(params.get('TemplateParam') ?? '{}'),
      });
    }
    const body = {
      Code: code,
      Message: code,
      RequestId: 'E8534574',
      ...(code === 'OK' ? { BizId: `biz-${sent.length}` } : {}),
    };
    response.writeHead(code === 'OK' || code.startsWith('is') ? 200 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;

  function problemOf(params: URLSearchParams): string | null {
    if (params.get('AccessKeyId') !== settings.accessKey) return 'InvalidAccessKeyId.NotFound';
    if (params.get('Action') !== 'SendSms' || params.get('Version') !== '2017-05-25') return 'InvalidAction.NotFound';
    if (params.get('SignatureMethod') !== 'HMAC-SHA1' || params.get('SignatureVersion') !== '1.0')
      return 'IncompleteSignature';
    const stamp = params.get('Timestamp') ?? '';
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(stamp)) return 'InvalidTimeStamp.Format';
    if (Math.abs(settings.now().getTime() - Date.parse(stamp)) > skewMs) return 'InvalidTimeStamp.Expired';
    const nonce = params.get('SignatureNonce') ?? '';
    if (nonce === '' || nonces.has(nonce)) return 'SignatureNonceUsed';
    nonces.add(nonce);
    return params.get('Signature') === expectedSignature(params) ? null : 'SignatureDoesNotMatch';
  }

  function expectedSignature(params: URLSearchParams): string {
    const pairs = [...params]
      .filter(([name]) => name !== 'Signature')
      .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const canonical = pairs.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&');
    return createHmac('sha1', `${settings.secretKey}&`)
      .update(`POST&%2F&${percent(canonical)}`)
      .digest('base64');
  }

  return {
    endpoint: `http://127.0.0.1:${port}`,
    sent,
    failNext: (...next) => codes.push(...next),
    breakNext: (status) => broken.push(status),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Every UTF-8 byte but letters, digits and `-_.~` as %XX. */
function percent(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9\-_.~]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
