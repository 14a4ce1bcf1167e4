import { createHmac } from 'node:crypto';

/** RFC 3986: everything but letters, digits and `-_.~` as %XX of its UTF-8 bytes. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Signature version 1.0 of Aliyun's RPC interfaces: parameters in the order of their names, HMAC-SHA1 with the secret and `&`.
 * Answers the form with its signature, ready as query or body. Source: Aliyun SMS, "request signatures" (docs/notices.md).
 */
export function signedForm(
  method: 'GET' | 'POST',
  params: Readonly<Record<string, string>>,
  secretKey: string,
): { form: string; signature: string } {
  const canonical = Object.entries(params)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
  const text = `${method}&${percentEncode('/')}&${percentEncode(canonical)}`;
  const signature = createHmac('sha1', `${secretKey}&`).update(text, 'utf8').digest('base64');
  return { form: `${canonical}&Signature=${percentEncode(signature)}`, signature };
}
