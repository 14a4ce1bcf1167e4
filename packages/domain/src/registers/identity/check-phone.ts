export type PhoneProblem = 'characters' | 'length' | 'prefix';

export type Phone = {
  ok: true;
  kind: 'mobile' | 'landline';
  /** Digits only: 13800138000, 02163333333; an extension after a dash. This is what is sealed and hashed. */
  normalised: string;
  extension: string | null;
};

export type PhoneOptions = {
  /** 'test' also lets numbers of no operator pass (12000001234), for invented people only. Default 'strict'. */
  numbers?: 'strict' | 'test';
};

/**
 * Reads a telephone number: mainland mobile, or landline of Shanghai (eight digits, with or without 021 and extension).
 * Country code, brackets, spaces, dashes and full width are taken off. 'prefix': the right length, but of nobody.
 */
export function checkPhone(text: string, options: PhoneOptions = {}): Phone | { ok: false; problem: PhoneProblem } {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s.·\u200b\u200e\u200f\ufeff]/gu, '')
    .replace(/\p{Pd}/gu, '-');
  if (!/^\(?\+?[\d()-]*(?:(?:转|EXT\.?|X|#)\d+)?$/iu.test(typed)) return { ok: false, problem: 'characters' };
  const [, main = '', marked] = /^([^转EX#]*)(?:(?:转|EXT|X|#)(\d+))?$/iu.exec(typed) ?? [];
  const digits = withoutCountry(main.replace(/[()+]/g, '').replace(/^-+|-+$/g, ''));
  const mobile = digits.replaceAll('-', '').replace(/^0(?=1\d{10}$)/, '');
  if (mobile.length === 11 && mobile.startsWith('1') && marked === undefined) {
    const isGivenOut = options.numbers === 'test' || /^1[3-9]/.test(mobile);
    return isGivenOut
      ? { ok: true, kind: 'mobile', normalised: mobile, extension: null }
      : { ok: false, problem: 'prefix' };
  }
  return checkLandline(digits, marked);
}

function withoutCountry(digits: string): string {
  const bare = digits.replace(/^(?:00)?86-?(?=(?:0?21|1\d{2})[\d-]*\d$)/, '');
  // After the country code the area code has lost its zero.
  return bare !== digits && bare.startsWith('21') ? `0${bare}` : bare;
}

function checkLandline(digits: string, marked: string | undefined): Phone | { ok: false; problem: PhoneProblem } {
  const whole = /^(?:021-?)?(\d{4})-?(\d{4})(?:-(\d{1,6}))?$/.exec(digits);
  const [, first = '', second = '', dashed] = whole ?? [];
  if (whole === null || (dashed !== undefined && marked !== undefined) || (marked !== undefined && marked.length > 6)) {
    return { ok: false, problem: 'length' };
  }
  if (!/^[2-9]/.test(first)) return { ok: false, problem: 'prefix' };
  const extension = dashed ?? marked ?? null;
  const number = `021${first}${second}`;
  return { ok: true, kind: 'landline', normalised: extension === null ? number : `${number}-${extension}`, extension };
}
