/** The year in the address bar; anything else is passed over. */
export function readHolidaysSearch(search: Record<string, unknown>): { year?: number } {
  const year = Number(search.year);
  return Number.isInteger(year) && year >= 1992 && year <= 2100 ? { year } : {};
}
