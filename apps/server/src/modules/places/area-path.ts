/**
 * The ltree label of an area code. Letters and digits of ASCII stand as they are and `_` is doubled; any other sign is written
 * `_hex_`. PostgreSQL 15 knows no other signs in a label, and two codes never share one: a label is a permission's reach.
 */
export function labelOf(code: string): string {
  return code.replace(/[^A-Za-z0-9]/gu, (sign) =>
    sign === '_' ? '__' : `_${(sign.codePointAt(0) ?? 0).toString(16)}_`,
  );
}

/** The ltree path of an area below its parent; a site has none above it. */
export function areaPath(parentPath: string | null, code: string): string {
  return parentPath === null ? labelOf(code) : `${parentPath}.${labelOf(code)}`;
}
