import type { ErrorBody } from '@linli/contract';
import type { App } from '../app.ts';
import { newId } from '../platform/ids.ts';

export interface Reply {
  status: number;
  /** The parsed body, whatever it is. */
  body: Record<string, unknown> & Partial<ErrorBody>;
  headers: Record<string, unknown>;
  /** The `set-cookie` headers as sent. */
  setCookies: string[];
}

/** A browser's side of the front door: raw headers, a jar for the session's cookie. */
export interface Visitor {
  post(name: string, body: Record<string, unknown>, headers?: Record<string, string>): Promise<Reply>;
  get(url: string, headers?: Record<string, string>): Promise<Reply>;
  cookie(): string | null;
}

/** Begins with the given session, or without one. `app` may be another than the one that opened it. */
export function visitor(app: App, session: string | null = null): Visitor {
  let cookie = session;
  async function send(method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: object) {
    const own = cookie ? { cookie: `linli_session=${cookie}` } : {};
    const response = await app.http.inject({
      method,
      url,
      headers: { ...own, ...headers },
      ...(payload ? { payload } : {}),
    });
    const setCookies = [response.headers['set-cookie'] ?? []].flat();
    const value = /^linli_session=([^;]*)/.exec(setCookies[0] ?? '')?.[1];
    if (value !== undefined) cookie = value === '' ? null : value;
    const isJson = String(response.headers['content-type']).includes('json');
    return {
      status: response.statusCode,
      body: (isJson ? response.json() : {}) as Reply['body'], // JSON in; each test looks at the fields it means
      headers: response.headers,
      setCookies,
    };
  }
  return {
    post: (name, body, headers = { 'x-linli': '1' }) =>
      send('POST', `/api/${name}`, headers, { requestId: newId(), ...body }),
    get: (url, headers = {}) => send('GET', url, headers),
    cookie: () => cookie,
  };
}
