/**
 * The next free codes below a parent: its code and a running number of three digits or more (unit grids: GB/T 47678.3), behind
 * letters after a hyphen. `siblings` are the codes of all children it ever had, `taken` all codes of the site that begin with the
 * parent's: a retired code never comes back.
 */
export function nextCodes(
  parentCode: string,
  known: { siblings: readonly string[]; taken: readonly string[] },
  count: number,
): string[] {
  const stem = /^\d+$/.test(parentCode) ? parentCode : `${parentCode}-`;
  const numbers = known.siblings.flatMap((code) => {
    const rest = code.startsWith(stem) ? code.slice(stem.length) : '';
    return /^\d{1,6}$/.test(rest) ? [rest] : [];
  });
  const width = Math.max(3, ...numbers.map((digits) => digits.length));
  const taken = new Set(known.taken);
  const codes: string[] = [];
  for (let number = Math.max(0, ...numbers.map(Number)) + 1; codes.length < count; number++) {
    const code = stem + String(number).padStart(width, '0');
    if (!taken.has(code)) codes.push(code);
  }
  return codes;
}
