/** A copy with one field set; without a value the field is gone, as YAML would leave it out. */
export function put<T extends object, K extends keyof T>(row: T, key: K, value: T[K] | undefined): T {
  const copy = { ...row };
  if (value === undefined) delete copy[key];
  else copy[key] = value;
  return copy;
}

/** A key none of the rows has: `field1`, `field2` … */
export function freshKey(stem: string, taken: readonly string[]): string {
  let n = taken.length + 1;
  while (taken.includes(`${stem}${n}`)) n++;
  return `${stem}${n}`;
}
