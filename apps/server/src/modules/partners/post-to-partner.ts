import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { AddressRefused, type AddressRule, guardedLookup, literalAllowed } from './partner-address.ts';

const timeoutMs = 10_000;
const longestAnswer = 200_000;

export interface PartnerAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/**
 * One POST to a partner. Redirects are not followed (they are an answer like any other), the answer is bounded in length and time.
 * Throws `AddressRefused` before a byte leaves, else whatever the network says.
 */
export function postToPartner(
  call: { url: URL; path: string; headers: Readonly<Record<string, string>>; body: Buffer },
  rule: AddressRule,
): Promise<PartnerAnswer> {
  if (!literalAllowed(call.url, rule)) return Promise.reject(new AddressRefused('the address is not allowed'));
  const send = call.url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing: ClientRequest = send(
      new URL(call.path, call.url),
      {
        method: 'POST',
        headers: { ...call.headers, 'content-length': String(call.body.length) },
        lookup: guardedLookup(rule),
        signal: AbortSignal.timeout(timeoutMs),
      },
      (answer) => readAnswer(answer).then(resolve, reject),
    );
    outgoing.on('error', reject);
    outgoing.end(call.body);
  });
}

async function readAnswer(answer: IncomingMessage): Promise<PartnerAnswer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer) {
    const bytes = part as Buffer; // no encoding is set, so parts are bytes
    length += bytes.length;
    if (length > longestAnswer) throw new Error('the answer is too long');
    parts.push(bytes);
  }
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) };
}
