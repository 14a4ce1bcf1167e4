import type { ErrorCode, FieldCode } from '@linli/contract';

type Params = Record<string, string | number>;

/** The caller's doing or a state of things: answered with the code's status and words, never logged as an error. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly params: Params;
  /** More for machines: the case's state and the actions possible instead. */
  readonly more: {
    state?: string;
    allowed?: string[];
    fields?: {
      path: string;
      code: FieldCode;
      params: Params;
    }[];
  };

  constructor(code: ErrorCode, params: Params = {}, more: Refusal['more'] = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
    this.more = more;
  }
}

/** Refuse with a code of the contract. Always throws. */
export function refuse(code: ErrorCode, params: Params = {}, more: Refusal['more'] = {}): never {
  throw new Refusal(code, params, more);
}
