/** What a column holds; `day` is 'YYYY-MM-DD', `instant` a Date or an ISO string, shown in the site's zone. */
export type SheetColumn = {
  header: string;
  key: string;
  /** In characters of the sheet's font; a Chinese character takes two. */
  width: number;
  kind: 'text' | 'number' | 'day' | 'instant';
};

export type SheetValue = string | number | boolean | Date | null | undefined;
export type SheetRow = Record<string, SheetValue>;

/** What is written into one cell; a Date carries the wall clock's time in UTC. */
export type SheetCell = string | number | Date | null;

/** Number formats by kind. `@` keeps text as text also when somebody edits the cell: `=1+1` never becomes a formula. */
export const numberFormats: Record<SheetColumn['kind'], string | undefined> = {
  text: '@',
  number: undefined,
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};

const CELL_CHARACTERS = 32_767;
const SHEET_NAME_CHARACTERS = 31;
const SITE_OFFSET_MS = 8 * 3_600_000; // Asia/Shanghai, without summer time since 1991

/**
 * One value as the sheet stores it. A sheet knows no zones: dates leave as the wall clock's time written in UTC. What does
 * not fit its column's kind stays readable text rather than being lost.
 */
export function toCell(value: SheetValue, kind: SheetColumn['kind']): SheetCell {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'number' && typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (kind === 'day' && typeof value === 'string') return toDay(value) ?? toText(value);
  if (kind === 'instant' && !(typeof value === 'number' || typeof value === 'boolean')) {
    const at = new Date(value).getTime();
    return Number.isNaN(at) ? toText(String(value)) : new Date(at + SITE_OFFSET_MS);
  }
  return toText(value instanceof Date ? value.toISOString() : String(value));
}

/** A name Excel takes for a sheet: at most 31 characters, none of []:*?/\ and no quote at its ends. */
export function toSheetName(name: string): string {
  const clean = cleanText(name)
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, SHEET_NAME_CHARACTERS)
    .replace(/^['\s]+|['\s]+$/g, '');
  return clean === '' ? 'Sheet1' : clean;
}

/**
 * Text as a cell stores it: without what XML cannot carry, cut to what a cell holds, and with `_x0041_` protected, which
 * spreadsheets would read as the character of that number (ECMA-376 part 1, 22.9.2.19).
 */
export function toText(value: string): string {
  const cut = cleanText(value)
    .slice(0, CELL_CHARACTERS)
    .replace(/[\ud800-\udbff]$/, '');
  return cut.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}

/** Without control characters and halves of characters. */
function cleanText(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what XML 1.0 section 2.2 forbids
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
}

function toDay(day: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const at = new Date(`${day}T00:00:00Z`);
  // 2026-02-30 would silently become 2 March.
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? undefined : at;
}
