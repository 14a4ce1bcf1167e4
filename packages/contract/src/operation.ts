import type { Permission } from '@linli/domain';
import { z } from 'zod';
import type { ErrorCode } from './error-words.ts';

/** `anyone` needs no session, `signed-in` any session; a permission needs a role that carries it. */
export type Allow = 'anyone' | 'signed-in' | Permission;

export interface Operation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  /** Verb + noun, kebab-case: also the path `/api/<name>`, the file and the hook. */
  readonly name: string;
  /** A command changes something (POST, JSON body with `requestId`); a query does not (GET, query string). */
  readonly kind: 'command' | 'query';
  readonly module: string;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** Codes this operation may answer besides the general ones (`generalErrors`). */
  readonly errors: readonly ErrorCode[];
  readonly allow: Allow;
  readonly stability: 'stable' | 'beta';
}

export type InputOf<T> = T extends Operation<infer I, z.ZodType> ? z.input<I> : never;
export type ParsedInputOf<T> = T extends Operation<infer I, z.ZodType> ? z.output<I> : never;
export type OutputOf<T> = T extends Operation<z.ZodObject, infer O> ? z.output<O> : never;

/** Codes every operation may answer. */
export const generalErrors = [
  'input-invalid',
  'sign-in-needed',
  'not-allowed',
  'not-found',
  'request-id-reused',
  'too-many-requests',
  'too-many-tries',
  'body-too-large',
  'unavailable',
  'broken',
] as const satisfies readonly ErrorCode[];

type Shape = Readonly<Record<string, z.ZodType>>;
type Draft<S extends Shape, O extends z.ZodType> = {
  name: string;
  module: string;
  summary: string;
  input: S;
  output: O;
  errors?: readonly ErrorCode[];
  allow: Allow;
  stability?: 'stable' | 'beta';
};

/** A write. The client names it with `requestId`: the same one twice has one effect and one answer. */
export function command<S extends Shape, O extends z.ZodType>(draft: Draft<S, O>) {
  return {
    ...draft,
    kind: 'command',
    input: z.strictObject({ requestId: z.uuid(), ...draft.input }),
    errors: draft.errors ?? [],
    stability: draft.stability ?? 'beta',
  } as const satisfies Operation;
}

/** A read. Strings travel as they are in the query string, everything else as JSON. */
export function query<S extends Shape, O extends z.ZodType>(draft: Draft<S, O>) {
  return {
    ...draft,
    kind: 'query',
    input: z.strictObject(draft.input),
    errors: draft.errors ?? [],
    stability: draft.stability ?? 'beta',
  } as const satisfies Operation;
}
