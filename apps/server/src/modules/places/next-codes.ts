/**
 * The next free codes below a parent: its code and a running number. `taken` are all codes ever given that begin with the
 * parent's, so that a retired one never comes back. A unit-grid number has three digits (GB/T 47678.3).
 */
export function nextCodes(parentCode: string, taken: readonly string[], count: number): string[] {
  const numbered = taken.flatMap((code) => {
    const found = code.startsWith(parentCode) ? /^(-?)(\d{1,6})$/.exec(code.slice(parentCode.length)) : null;
    return found ? [{ joint: found[1] ?? '', digits: found[2] ?? '' }] : [];
  });
  // Behind letters a bare number could be read as part of them.
  const joint = numbered.at(-1)?.joint ?? (/^\d+$/.test(parentCode) ? '' : '-');
  const own = numbered.filter((number) => number.joint === joint);
  const width = Math.max(3, ...own.map((number) => number.digits.length));
  const last = Math.max(0, ...own.map((number) => Number(number.digits)));
  return Array.from(
    { length: count },
    (_, index) => `${parentCode}${joint}${String(last + 1 + index).padStart(width, '0')}`,
  );
}
