import { parseDivisionCode } from '../../places/division-codes.ts';
import type { Day } from '../../time/calendar.ts';
import { withCheckDigit } from './check-digit.ts';
import { plainCode } from './plain-code.ts';
import { findWithdrawnDivision, type WithdrawnDivision } from './withdrawn-divisions.ts';

export type IdentityNumberKind =
  | 'resident-id'
  /** Fifteen digits, given out until 1999. */
  | 'old-resident-id'
  /** Residence permit of people from Hong Kong, Macao and Taiwan: 810000, 820000, 830000. */
  | 'hmt-residence-permit'
  /** Foreigners' permanent residence card as given out since 2023-12-01: begins with 9. */
  | 'foreigner-permanent';

export type IdentityNumberProblem =
  | 'length'
  | 'characters'
  | 'birth-date'
  | 'future-birth'
  | 'division'
  | 'check-digit';

export type IdentityNumber = {
  ok: true;
  kind: IdentityNumberKind;
  /** Eighteen characters, X as capital. An old number is brought to eighteen, so that it meets the same person's new one. */
  normalised: string;
  born: Day;
  sex: 'male' | 'female';
  /** Six digits of where it was issued; of a foreigner's card the province only (310000), of the permits the prefix. */
  divisionCode: string;
  withdrawnDivision: WithdrawnDivision | null;
  /** False only when `checkDigit: 'test'` let a wrong one pass. */
  isCheckDigitRight: boolean;
};

export type IdentityNumberOptions = {
  /** The day it is checked: births after it are refused. */
  today?: Day;
  /** 'test' lets wrong check digits pass, for invented people only. Default 'strict'. */
  checkDigit?: 'strict' | 'test';
  /** Fifteen-digit numbers: only in history brought in from older lists. Default 'refused'. */
  oldNumbers?: 'accepted' | 'refused';
};

const permitPrefixes = new Set(['810000', '820000', '830000']);

/**
 * Reads an identity number of GB 11643 or of one of the cards built like it; whatever the writing (full width, small x, spaces).
 * Problems in the order they are looked for: length, characters, birth date, birth after today, division, check digit.
 * A division withdrawn long ago is no problem: numbers are for life. Of other provinces only the first two digits are checked.
 */
export function checkIdentityNumber(
  text: string,
  options: IdentityNumberOptions = {},
): IdentityNumber | { ok: false; problem: IdentityNumberProblem } {
  const typed = plainCode(text);
  if (typed.length === 15 && options.oldNumbers === 'accepted') {
    if (!/^\d{15}$/.test(typed)) return { ok: false, problem: 'characters' };
    const full = withCheckDigit(`${typed.slice(0, 6)}19${typed.slice(6)}`);
    return checkFull(full, 'old-resident-id', options);
  }
  if (typed.length !== 18) return { ok: false, problem: 'length' };
  if (!/^\d{17}[\dX]$/.test(typed)) return { ok: false, problem: 'characters' };
  return checkFull(typed, kindOf(typed), options);
}

function kindOf(number: string): IdentityNumberKind {
  if (number.startsWith('9')) return 'foreigner-permanent';
  return permitPrefixes.has(number.slice(0, 6)) ? 'hmt-residence-permit' : 'resident-id';
}

function checkFull(
  number: string,
  kind: IdentityNumberKind,
  options: IdentityNumberOptions,
): IdentityNumber | { ok: false; problem: IdentityNumberProblem } {
  const born = dayIn(number.slice(6, 14));
  if (born === null) return { ok: false, problem: 'birth-date' };
  if (options.today !== undefined && born > options.today) return { ok: false, problem: 'future-birth' };
  const divisionCode = kind === 'foreigner-permanent' ? `${number.slice(1, 3)}0000` : number.slice(0, 6);
  if (!isDivision(divisionCode, kind)) return { ok: false, problem: 'division' };
  const isCheckDigitRight = withCheckDigit(number.slice(0, 17)) === number;
  if (!isCheckDigitRight && options.checkDigit !== 'test') return { ok: false, problem: 'check-digit' };
  return {
    ok: true,
    kind,
    normalised: number,
    born,
    sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
    divisionCode,
    withdrawnDivision: findWithdrawnDivision(divisionCode),
    isCheckDigitRight,
  };
}

/** 'YYYYMMDD' as a day; null when the calendar has none such or the century is none anybody alive was born in. */
function dayIn(digits: string): Day | null {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  if (year < 1800 || year > 2099) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function isDivision(code: string, kind: IdentityNumberKind): boolean {
  // The layout of foreigners' cards is known less surely than the rest: their region never refuses one.
  if (kind === 'foreigner-permanent' || kind === 'hmt-residence-permit') return true;
  const province = code.slice(0, 2);
  return province !== '81' && province !== '82' && parseDivisionCode(province).ok;
}
