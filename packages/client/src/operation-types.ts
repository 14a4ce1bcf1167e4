import type { InputOf, Operation, OutputOf } from '@linli/contract';

/** Any operation of the contract, of either kind. */
export type AnyOperation = Operation;
export type CommandOperation = AnyOperation & { readonly kind: 'command' };
export type QueryOperation = AnyOperation & { readonly kind: 'query' };

/** What a caller writes: the contract's input, where a command's `requestId` may be left to the client. */
export type CallInput<O> = O extends CommandOperation
  ? Omit<InputOf<O>, 'requestId'> & { requestId?: string }
  : InputOf<O>;
export type CallOutput<O> = OutputOf<O>;
