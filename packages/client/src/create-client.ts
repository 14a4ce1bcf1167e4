import { type ImportKind, ImportRun, type Language } from '@linli/contract';
import { createCookieJar } from './cookie-jar.ts';
import { createRequestId } from './create-request-id.ts';
import { encodeQuery } from './encode-query.ts';
import { ApiError, OfflineError, readApiError } from './errors.ts';
import type { AnyOperation, CallInput, CallOutput } from './operation-types.ts';

const CALL_TIMEOUT_SECONDS = 30;
const UPLOAD_TIMEOUT_SECONDS = 120;

export interface ClientOptions {
  /** Left out in a browser (same origin); `http://127.0.0.1:3000` elsewhere. No slash at the end. */
  baseUrl?: string;
  fetch?: typeof fetch;
  /** Which words errors carry; zh-CN when left out. */
  language?: () => Language;
  headers?: Readonly<Record<string, string>>;
  /** `manual` keeps the session cookie in the client: for Node, where fetch has no cookies. */
  cookies?: 'browser' | 'manual';
}

export interface CallOptions {
  signal?: AbortSignal;
  timeoutSeconds?: number;
}

export interface UploadedFile {
  hash: string;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
}

export interface Client {
  /**
   * Calls an operation of the contract. A command without `requestId` gets a new one; pass one to repeat safely.
   * Throws `ApiError` when the server refuses or breaks, `OfflineError` when nothing of ours answers.
   */
  call<O extends AnyOperation>(operation: O, input: CallInput<O>, options?: CallOptions): Promise<CallOutput<O>>;
  /** Calls by name what was kept as data (the outbox): JSON in, JSON out, unchecked by types. */
  callNamed(name: string, input: Readonly<Record<string, unknown>>, options?: CallOptions): Promise<unknown>;
  /** Sends a photo; the same bytes twice are one file. Throws like `call`. */
  uploadFile(blob: Blob, options?: CallOptions): Promise<UploadedFile>;
  /** Sends a table, of orders where no other kind is said; answers the run its rows wait in. Throws like `call`. */
  uploadTable(
    blob: Blob,
    name: string,
    options?: CallOptions & { kind?: ImportKind; areaId?: string },
  ): Promise<ImportRun>;
  /** Sends a department's empty file as the layout of a form; answers its headings and proposed columns, unchecked. Throws like `call`. */
  uploadTemplate(blob: Blob, name: string, options?: CallOptions): Promise<unknown>;
  /** Headers (cookie, language) for requests made beside the client, as the live feed outside a browser. */
  requestHeaders(): Record<string, string>;
}

/** The typed way to the server's operations, for browsers and Node alike. */
export function createClient(options: ClientOptions = {}): Client {
  const base = options.baseUrl ?? '';
  const jar = options.cookies === 'manual' ? createCookieJar() : null;
  const language = () => options.language?.() ?? 'zh-CN';
  const requestHeaders = () => ({ ...options.headers, ...jar?.header(), 'accept-language': language() });

  async function request(path: string, init: RequestInit, limits: Limits): Promise<unknown> {
    const headers = { ...requestHeaders(), accept: 'application/json', ...init.headers };
    return withinTime(limits, async (signal) => {
      const send = options.fetch ?? fetch;
      const response = await send(base + path, { ...init, headers, signal });
      jar?.keep(response);
      if (!response.ok) throw await readApiError(response, language());
      return response.json();
    });
  }

  function post(name: string, input: Readonly<Record<string, unknown>>, limits: CallOptions) {
    const body = JSON.stringify({ ...input, requestId: input.requestId ?? createRequestId() });
    const headers = { 'content-type': 'application/json', 'x-linli': '1' };
    return request(`/api/${name}`, { method: 'POST', body, headers }, limitsOf(limits, CALL_TIMEOUT_SECONDS));
  }

  return {
    requestHeaders,
    async call(operation, input, limits = {}) {
      const fields: Readonly<Record<string, unknown>> = input;
      const answer =
        operation.kind === 'command'
          ? await post(operation.name, fields, limits)
          : await request(`/api/${operation.name}${encodeQuery(fields)}`, {}, limitsOf(limits, CALL_TIMEOUT_SECONDS));
      // The server strips and checks every answer by the same contract.
      return answer as CallOutput<typeof operation>;
    },
    callNamed: (name, input, limits = {}) => post(name, input, limits),
    async uploadFile(blob, limits = {}) {
      const headers = { 'content-type': blob.type || 'application/octet-stream', 'x-linli': '1' };
      const init = { method: 'POST', body: blob, headers };
      const answer = await request('/api/files', init, limitsOf(limits, UPLOAD_TIMEOUT_SECONDS));
      return answer as UploadedFile; // the one answer outside the contract
    },
    async uploadTable(blob, name, limits = {}) {
      const headers = { 'content-type': 'application/octet-stream', 'x-linli': '1' };
      const init = { method: 'POST', body: blob, headers };
      const area = limits.areaId === undefined ? '' : `&area=${limits.areaId}`;
      const path = `/api/import-files?name=${encodeURIComponent(name)}&kind=${limits.kind ?? 'orders'}${area}`;
      return ImportRun.parse(await request(path, init, limitsOf(limits, UPLOAD_TIMEOUT_SECONDS)));
    },
    uploadTemplate(blob, name, limits = {}) {
      const headers = { 'content-type': 'application/octet-stream', 'x-linli': '1' };
      const path = `/api/form-templates?name=${encodeURIComponent(name)}`;
      return request(path, { method: 'POST', body: blob, headers }, limitsOf(limits, UPLOAD_TIMEOUT_SECONDS));
    },
  };
}

interface Limits {
  seconds: number;
  signal?: AbortSignal;
}

function limitsOf(options: CallOptions, seconds: number): Limits {
  return { seconds: options.timeoutSeconds ?? seconds, ...(options.signal ? { signal: options.signal } : {}) };
}

/**
 * One exchange with a time limit, its body included. Whatever is neither a refusal nor the caller's own abort means
 * that nothing of ours answered. `AbortSignal.any` would be shorter but is missing on phones still in use.
 */
async function withinTime<T>(limits: Limits, exchange: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, limits.seconds * 1000);
  limits.signal?.addEventListener('abort', abort);
  try {
    limits.signal?.throwIfAborted();
    return await exchange(controller.signal);
  } catch (cause) {
    if (limits.signal?.aborted || cause instanceof ApiError) throw cause;
    throw new OfflineError('nothing of this system answered, or it was cut off', { cause });
  } finally {
    clearTimeout(timer);
    limits.signal?.removeEventListener('abort', abort);
  }
}
