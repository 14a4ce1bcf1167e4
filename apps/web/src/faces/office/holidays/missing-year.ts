/** From the first of November on the next year is asked for: cases of December already run into it. */
const askFrom = '-11-01';

/** The year whose table is missing and needed: this one, or the next from November on; null when all is well. */
export function missingYear(loaded: readonly number[], today: string): number | null {
  const year = Number(today.slice(0, 4));
  if (!loaded.includes(year)) return year;
  return today.slice(4) >= askFrom && !loaded.includes(year + 1) ? year + 1 : null;
}

/** A loaded year, this one or the next, that is by the law alone until the arrangement of the year is published. */
export function provisionalYear(
  loaded: readonly { readonly year: number; readonly provisional: boolean }[],
  today: string,
): number | null {
  const year = Number(today.slice(0, 4));
  return loaded.find((each) => each.provisional && (each.year === year || each.year === year + 1))?.year ?? null;
}

/** Years shown: every loaded one, this one and the next, the newest first. */
export function shownYears(loaded: readonly number[], today: string): number[] {
  const year = Number(today.slice(0, 4));
  return [...new Set([...loaded, year, year + 1])].sort((a, b) => b - a);
}
