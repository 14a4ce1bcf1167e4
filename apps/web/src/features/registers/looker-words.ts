/** Who looked, as people read it: the unit once, also where the words of the post begin with it. */
export function lookerWords({ by, unit }: { readonly by: string; readonly unit: string | null }): string {
  return unit === null || by.startsWith(unit) ? by : `${unit} · ${by}`;
}
