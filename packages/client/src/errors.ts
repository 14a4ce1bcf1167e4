import {
  type ErrorBody,
  type ErrorCode,
  type FieldProblem,
  generalErrorWords,
  type Language,
  wordsFor,
} from '@linli/contract';

/** The server answered and said no, or that it cannot now. `message` is in the reader's language; `id` is for the phone. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: ErrorCode;
  readonly params: Record<string, string | number>;
  readonly id: string;
  readonly fields: FieldProblem[];
  readonly state: string | null;
  readonly allowed: string[];

  constructor(status: number, error: ErrorBody['error']) {
    super(error.message);
    this.status = status;
    this.code = error.code;
    this.params = error.params;
    this.id = error.id;
    this.fields = error.fields ?? [];
    this.state = error.state ?? null;
    this.allowed = error.allowed ?? [];
  }
}

/** Nothing of ours answered: no network, cut off on the way, too slow, or a sign-in page of a foreign Wi-Fi. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
}

/** Can the same request succeed later as it is? True for no network, 408, 425, 429 and everything from 500 up. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof OfflineError) return true;
  return error instanceof ApiError && (error.status >= 500 || [408, 425, 429].includes(error.status));
}

/** Reads a non-2xx answer. Where something in between answered instead of the server, the status chooses the code. */
export async function readApiError(response: Response, language: Language): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (isErrorBody(body)) return new ApiError(response.status, body.error);
  const code = codeOfStatus(response.status);
  const id = response.headers.get('x-request-id') ?? '';
  return new ApiError(response.status, {
    code,
    params: { id },
    id,
    message: wordsFor(generalErrorWords[code], language, { id }),
  });
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error && 'params' in error;
}

function codeOfStatus(status: number): keyof typeof generalErrorWords {
  if (status === 401) return 'sign-in-needed';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 413) return 'body-too-large';
  if (status === 429) return 'too-many-requests';
  return status === 500 ? 'broken' : 'unavailable';
}
