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
  return refuse('input-invalid', {}, { fields: [{ path: 'after', code: 'wrong-format', params: {} }] });
}
