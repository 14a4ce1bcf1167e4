export type HolidayProblem =
  | 'unreadable'
  | 'other-year'
  | 'backwards'
  | 'twice'
  | 'work-on-weekday'
  | 'work-on-holiday';

export interface ParsedHolidays {
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
  readonly problems: readonly { readonly line: number; readonly text: string; readonly problem: HolidayProblem }[];
}

const line =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s*(?:~|至|到)\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?)?[\s,，;；]*(.*)$/;
const workWords = /班|补|work/i;
const freeWords = /休|假|节|holiday|off/i;

/**
 * One day or one span (`~`, 至) a line, then what it is: 休 or nothing is a holiday, 班 a weekend that is worked. Lines that are empty or
 * begin with `#` are passed over. Every line that cannot be taken is named with its reason; the others are taken.
 */
export function parseHolidays(text: string, year: number): ParsedHolidays {
  const kindOf = new Map<string, 'free' | 'work'>();
  const problems: { line: number; text: string; problem: HolidayProblem }[] = [];
  text.split(/\r?\n/).forEach((raw, i) => {
    const words = raw.replace(/^\uFEFF/, '').trim();
    if (words === '' || words.startsWith('#')) return;
    const problem = takeLine(words, year, kindOf);
    if (problem !== null) problems.push({ line: i + 1, text: words.slice(0, 60), problem });
  });
  const daysOf = (kind: 'free' | 'work') => [...kindOf].flatMap(([day, is]) => (is === kind ? [day] : [])).sort();
  return { holidays: daysOf('free'), makeUpDays: daysOf('work'), problems };
}

/** Takes what the line says, or answers why not and takes nothing of it. */
function takeLine(words: string, year: number, kindOf: Map<string, 'free' | 'work'>): HolidayProblem | null {
  const found = line.exec(words);
  if (found === null) return 'unreadable';
  const [, y1, m1, d1, y2, m2, d2, rest = ''] = found;
  const from = dayOf(y1, m1, d1);
  const until = y2 === undefined ? from : dayOf(y2, m2, d2);
  if (from === null || until === null) return 'unreadable';
  if (until < from) return 'backwards';
  const kind = kindFrom(rest);
  if (kind === null) return 'unreadable';
  if (!from.startsWith(`${year}-`) || !until.startsWith(`${year}-`)) return 'other-year';
  const days = daysFrom(from, until);
  const taken = days.flatMap((day) => kindOf.get(day) ?? []);
  if (taken.some((is) => is !== kind)) return 'work-on-holiday';
  if (taken.length > 0) return 'twice';
  if (kind === 'work' && days.some((day) => !isWeekend(day))) return 'work-on-weekday';
  for (const day of days) kindOf.set(day, kind);
  return null;
}

function kindFrom(words: string): 'free' | 'work' | null {
  if (workWords.test(words)) return 'work';
  return words === '' || freeWords.test(words) ? 'free' : null;
}

/** `YYYY-MM-DD`, null when there is no such day. */
function dayOf(y: string | undefined, m: string | undefined, d: string | undefined): string | null {
  const day = `${y ?? ''}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`;
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : day;
}

function daysFrom(from: string, until: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${until}T00:00:00Z`); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
