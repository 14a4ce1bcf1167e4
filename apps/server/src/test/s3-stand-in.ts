import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Settings = { bucket: string; region: string; accessKey: string; secretKey: string };
type Answer = { status: number; body?: Buffer | string; contentType?: string };

/** A running stand-in for an S3-compatible store. `failNext` answers the next requests with a status, for tests of trouble. */
export type S3StandIn = {
  endpoint: string;
  objects: Map<string, { bytes: Buffer; contentType: string }>;
  failNext(times: number, status: number): void;
  close(): Promise<void>;
};

const CLOCK_SKEW_MS = 15 * 60_000;

/**
 * Small but strict: path-style PUT, GET, HEAD and DELETE of one bucket on 127.0.0.1. Every request's SigV4 signature, date and
 * content hash is computed anew from Amazon's description ("Signature calculations for the Authorization header"), not
 * with the library under test.
 */
export async function startS3StandIn(settings: Settings): Promise<S3StandIn> {
  const objects: S3StandIn['objects'] = new Map();
  const failures: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { status, body, contentType } = answer(request, Buffer.concat(chunks));
    response.writeHead(status, { 'content-type': contentType ?? 'application/xml' });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;

  function answer(request: IncomingMessage, body: Buffer): Answer {
    const failure = failures.shift();
    if (failure !== undefined) return { status: failure, body: errorXml('InternalError') };
    const problem = findSignatureProblem(request, body, settings);
    if (problem !== undefined) return { status: 403, body: errorXml(problem) };
    const [, bucket, ...rest] = (request.url ?? '').split('/');
    if (bucket !== settings.bucket) return { status: 404, body: errorXml('NoSuchBucket') };
    const key = rest.join('/');
    if (request.method === 'PUT') {
      if (request.headers['content-length'] === undefined)
        return { status: 411, body: errorXml('MissingContentLength') };
      objects.set(key, { bytes: body, contentType: request.headers['content-type'] ?? 'binary/octet-stream' });
      return { status: 200 };
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return { status: 204 };
    }
    const object = objects.get(key);
    if (object === undefined) return { status: 404, body: errorXml('NoSuchKey') };
    return { status: 200, body: object.bytes, contentType: object.contentType };
  }

  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    failNext: (times, status) => failures.push(...Array<number>(times).fill(status)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function findSignatureProblem(request: IncomingMessage, body: Buffer, settings: Settings): string | undefined {
  const header = request.headers.authorization ?? '';
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header,
    );
  const [, accessKey, day = '', region = '', signedHeaders = '', signature] = parts ?? [];
  if (accessKey !== settings.accessKey || region !== settings.region) return 'InvalidAccessKeyId';
  const names = signedHeaders.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name))) return 'AccessDenied';
  const stamp = String(request.headers['x-amz-date']);
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(Date.now() - at) < CLOCK_SKEW_MS) || !stamp.startsWith(day)) return 'RequestTimeTooSkewed';
  const contentHash = String(request.headers['x-amz-content-sha256']);
  if (contentHash !== 'UNSIGNED-PAYLOAD' && contentHash !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const canonical = [
    request.method,
    path,
    query,
    ...names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    signedHeaders,
    contentHash,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${settings.secretKey}`);
  const expected = hmac(key, `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(canonical)}`).toString('hex');
  return signature === expected ? undefined : 'SignatureDoesNotMatch';
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function errorXml(code: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`;
}
