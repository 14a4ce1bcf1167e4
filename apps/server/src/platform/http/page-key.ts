import { z } from 'zod';
import { refuse } from '../errors.ts';

/** The last row of a page as an opaque key: what the next page starts after. */
export function pageKey(values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Refuses with a field problem when the text is not a key of `length` values. */
export function parsePageKey(text: string | undefined, length: number): (string | null)[] | null {
  if (text === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every((v) => v === null || typeof v === 'string'))
      return values;
  } catch {
    // falls through to the refusal
  }
  return refuseKey();
}

const parts = { instant: z.iso.datetime(), uuid: z.uuid(), text: z.string().max(2000) } as const;
type PageKeyPart = keyof typeof parts | 'instant-or-null';

/** Like `parsePageKey`, with what each value must be: a key that was made up never reaches a query. */
export function readPageKey(text: string | undefined, kinds: readonly PageKeyPart[]): (string | null)[] | null {
  const values = parsePageKey(text, kinds.length);
  const fits = values?.every((value, i) => {
    const kind = kinds[i];
    if (!kind) return false;
    if (kind === 'instant-or-null') return value === null || parts.instant.safeParse(value).success;
    return parts[kind].safeParse(value).success;
  });
  return fits === false ? refuseKey() : values;
}

function refuseKey(): never {
  return refuse('input-invalid', {}, { fields: [{ path: 'after', code: 'wrong-format', params: {} }] });
}
