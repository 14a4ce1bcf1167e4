import { createRequire } from 'node:module';

export interface HolidayYear {
  year: number;
  holidays: string[];
  makeUpDays: string[];
  source: string;
}

interface LunarPackage {
  getSolarDateFromLunar(lunarDay: string): { date: string };
  getSolarTerms(start: string, end: string): { date: string; term: string }[];
}
// The package is CommonJS with named exports that only `require` sees on every supported Node.
const chineseDays = createRequire(import.meta.url)('chinese-days') as LunarPackage;

const firstYear = 2025;
const lastYear = 2100;

export const statutorySource = '全国年节及纪念日放假办法（国务院令第795号），调休未定';

/**
 * A year's 13 statutory days with the working days given for those that fall on a weekend: what the law alone says before the State
 * Council's arrangement of the year is known, so without make-up days. Null outside 2025–2100. Source: Regulation on public holidays for
 * national annual festivals and memorial days (全国年节及纪念日放假办法, State Council order 795, in force from 2025), articles 2 and 6.
 */
export function statutoryHolidays(year: number): HolidayYear | null {
  if (year < firstYear || year > lastYear) return null;
  const newYear = chineseDays.getSolarDateFromLunar(`${year}-01-01`).date;
  const statutory = [
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((days) => addDays(newYear, days)),
    ...chineseDays
      .getSolarTerms(`${year}-04-01`, `${year}-04-10`)
      .flatMap(({ date, term }) => (term === 'pure_brightness' ? [date] : [])),
    `${year}-05-01`,
    `${year}-05-02`,
    chineseDays.getSolarDateFromLunar(`${year}-05-05`).date,
    chineseDays.getSolarDateFromLunar(`${year}-08-15`).date,
    `${year}-10-01`,
    `${year}-10-02`,
    `${year}-10-03`,
  ];
  const free = new Set(statutory);
  for (const day of statutory.filter(isWeekend)) {
    let next = addDays(day, 1);
    while (isWeekend(next) || free.has(next)) next = addDays(next, 1);
    free.add(next);
  }
  return {
    year,
    holidays: [...free].sort(),
    makeUpDays: [],
    source: statutorySource,
  };
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}
