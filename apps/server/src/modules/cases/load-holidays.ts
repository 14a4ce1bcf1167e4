import { createRequire } from 'node:module';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { bumpVersion } from '../../platform/db/versioned-cache.ts';
import { catalogueVersion } from './catalogue.ts';
import { type HolidayYear, statutoryHolidays, statutorySource } from './statutory-holidays.ts';

interface HolidayPackage {
  getDayDetail(day: string): { work: boolean; name: string };
  getHolidaysInRange(start: string, end: string, includeWeekends?: boolean): string[];
}
// The package is CommonJS with named exports that only `require` sees on every supported Node.
const chineseDays = createRequire(import.meta.url)('chinese-days') as HolidayPackage;

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/**
 * Statutory holidays and make-up working days of a year from `chinese-days`; null when the package has none for it. The package
 * itself answers plain weekdays past its table without a word, so a year without any statutory holiday counts as missing.
 */
export function holidayYearFromPackage(year: number): HolidayYear | null {
  const details = daysOf(year).map((day) => ({
    day,
    weekend: [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
    work: chineseDays.getDayDetail(day).work,
  }));
  const holidays = details.filter((d) => !d.work && !d.weekend).map((d) => d.day);
  const makeUpDays = details.filter((d) => d.work && d.weekend).map((d) => d.day);
  if (holidays.length === 0) return null;
  const weekendHolidays = chineseDays
    .getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false)
    .filter((day) => !holidays.includes(day));
  return { year, holidays: [...holidays, ...weekendHolidays].sort(), makeUpDays, source: 'chinese-days' };
}

/** Loads the years the package knows and the database does not have, or has by the law alone. Answers the years added. */
export async function storeKnownHolidays(db: Db, years: readonly number[], now: Date): Promise<number[]> {
  const rows = await db.selectFrom('holiday_year').select(['year', 'source']).execute();
  const have = new Set(rows.filter(({ source }) => source !== statutorySource).map(({ year }) => year));
  const added: number[] = [];
  for (const year of years) {
    const table = have.has(year) ? null : holidayYearFromPackage(year);
    if (!table) continue;
    await storeHolidayYear(db, table, now);
    added.push(year);
  }
  return added;
}

/** For a demonstration, which nobody runs: years not loaded get what the law alone gives. */
export async function storeStatutoryHolidays(db: Db, years: readonly number[], now: Date): Promise<void> {
  const rows = await db.selectFrom('holiday_year').select('year').execute();
  for (const year of years) {
    const table = rows.some((row) => row.year === year) ? null : statutoryHolidays(year);
    if (table) await storeHolidayYear(db, table, now);
  }
}

/** One year, added or replaced. Deadlines already set stay as they were promised. */
export async function storeHolidayYear(db: Db, table: HolidayYear, now: Date): Promise<void> {
  await sql`insert into holiday_year (year, holidays, make_up_days, source, loaded_at)
    values (${table.year}, ${table.holidays}::date[], ${table.makeUpDays}::date[], ${table.source}, ${now})
    on conflict (year) do update set holidays = excluded.holidays, make_up_days = excluded.make_up_days, source = excluded.source, loaded_at = excluded.loaded_at`.execute(
    db,
  );
  await bumpVersion(db, catalogueVersion, now);
}
