import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/**
 * HTTP Message Signatures (RFC 9421) with Ed25519 and Content-Digest (RFC 9530), as much of them as the exchange needs: one
 * signature named `linli`, over a fixed list of parts in a fixed order. Anything else is refused, not negotiated.
 */
type SignedParts = Readonly<Record<string, string>>;
export interface SignatureParams {
  /** Seconds since 1970, of the signer's clock. */
  created: number;
  /** Id of the request; an answer carries the id of the request it answers. */
  nonce: string;
}
interface SignatureHeaders {
  'content-digest': string;
  'signature-input': string;
  signature: string;
}

/** The parts of a request, in the order they are signed. `content-digest` is added by `signParts`. */
export function requestParts(request: { path: string; contentType: string; from: string; to: string }): SignedParts {
  return {
    '@method': 'POST',
    '@path': request.path,
    'content-type': request.contentType,
    'linli-from': request.from,
    'linli-to': request.to,
  };
}

export function answerParts(answer: { status: number; from: string; to: string }): SignedParts {
  return { '@status': String(answer.status), 'linli-from': answer.from, 'linli-to': answer.to };
}

/** The headers that prove who wrote `body` with these parts. */
export function signParts(
  parts: SignedParts,
  body: Buffer,
  key: { privateKey: KeyObject; keyId: string },
  params: SignatureParams,
): SignatureHeaders {
  const digest = digestOf(body);
  const input = `(${namesOf(parts)});created=${params.created};nonce="${params.nonce}";alg="ed25519";keyid="${key.keyId}"`;
  const signature = sign(null, baseOf(parts, digest, input), key.privateKey).toString('base64');
  return { 'content-digest': digest, 'signature-input': `linli=${input}`, signature: `linli=:${signature}:` };
}

/** What the signature says when it is right, else null. The age of `created` is the caller's to judge. */
export function verifyParts(
  parts: SignedParts,
  body: Buffer,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  publicKey: string,
): SignatureParams | null {
  const { 'content-digest': digest, 'signature-input': input, signature } = headers;
  if (typeof digest !== 'string' || typeof input !== 'string' || typeof signature !== 'string') return null;
  if (digest !== digestOf(body)) return null;
  const given = readInput(input, parts, keyIdOf(publicKey));
  const bytes = /^linli=:([A-Za-z0-9+/]{86}==):$/.exec(signature)?.[1];
  if (!given || bytes === undefined) return null;
  const base = baseOf(parts, digest, input.slice('linli='.length));
  return verify(null, base, publicKeyOf(publicKey), Buffer.from(bytes, 'base64')) ? given : null;
}

function readInput(input: string, parts: SignedParts, keyId: string): SignatureParams | null {
  const start = `linli=(${namesOf(parts)});`;
  if (!input.startsWith(start)) return null;
  const rest = /^created=(\d{1,11});nonce="([0-9a-f-]{36})";alg="ed25519";keyid="([A-Za-z0-9_-]{16})"$/.exec(
    input.slice(start.length),
  );
  const [, created, nonce, givenKey] = rest ?? [];
  return created && nonce && givenKey === keyId ? { created: Number(created), nonce } : null;
}

function namesOf(parts: SignedParts): string {
  return [...Object.keys(parts), 'content-digest'].map((name) => `"${name}"`).join(' ');
}

function baseOf(parts: SignedParts, digest: string, input: string): Buffer {
  const lines = [...Object.entries(parts), ['content-digest', digest]].map(([name, value]) => `"${name}": ${value}`);
  return Buffer.from([...lines, `"@signature-params": ${input}`].join('\n'));
}

function digestOf(body: Buffer): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/** The first 96 bits of the key's hash: says which key was meant, proves nothing. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256')
    .update(Buffer.from(publicKey, 'base64url'))
    .digest()
    .subarray(0, 12)
    .toString('base64url');
}

/** The key's hash in groups of four, to be read aloud: `3f9a 01bc …`, 16 groups. */
export function fingerprintOf(publicKey: string): string {
  const hex = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');
  return hex.match(/.{4}/g)?.join(' ') ?? hex;
}

function publicKeyOf(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
}

/** A private key as kept: PKCS#8 in base64. */
export function privateKeyOf(pkcs8: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
}
