import { plainCode } from './plain-code.ts';

// GB 32100: no I, O, S, V, Z, which are read as 1, 0, 5, U, 2.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
// GB 11714, for the organisation's own eight characters inside.
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

export type CreditCodeProblem = 'length' | 'characters' | 'organisation-check-digit' | 'check-digit';

export type CreditCode = {
  ok: true;
  /** Eighteen characters. */
  normalised: string;
  /** Who registered it: 1 the staffing office, 5 civil affairs, 9 market supervision … */
  registrar: string;
  organisationKind: string;
  divisionCode: string;
  /** Nine characters: the organisation code used before, e.g. 799655058. */
  organisationCode: string;
};

/** Reads a unified social credit code (GB 32100) and the organisation code inside it (GB 11714), both with their check characters. */
export function checkCreditCode(text: string): CreditCode | { ok: false; problem: CreditCodeProblem } {
  const code = plainCode(text);
  if (code.length !== 18) return { ok: false, problem: 'length' };
  const values = [...code].map((character) => alphabet.indexOf(character));
  if (values.includes(-1) || !/^\d{6}$/.test(code.slice(2, 8))) return { ok: false, problem: 'characters' };
  const organisationCode = code.slice(8, 17);
  if (organisationCheck(organisationCode) !== organisationCode.charAt(8)) {
    return { ok: false, problem: 'organisation-check-digit' };
  }
  const sum = weights.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0);
  if (alphabet.charAt((31 - (sum % 31)) % 31) !== code.charAt(17)) return { ok: false, problem: 'check-digit' };
  return {
    ok: true,
    normalised: code,
    registrar: code.charAt(0),
    organisationKind: code.charAt(1),
    divisionCode: code.slice(2, 8),
    organisationCode,
  };
}

// Letters count from A = 10 with no gaps here, unlike in the alphabet around it.
function organisationCheck(code: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, at) => total + weight * Number.parseInt(code.charAt(at), 36),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 11) return '0';
  return check === 10 ? 'X' : String(check);
}
