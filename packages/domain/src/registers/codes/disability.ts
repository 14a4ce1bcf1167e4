import {
  checkIdentityNumber,
  type IdentityNumberOptions,
  type IdentityNumberProblem,
} from '../identity/check-identity-number.ts';
import { plainCode } from '../identity/plain-code.ts';
import type { CodeRow } from './national-codes.ts';

/** Classes of GB/T 26341-2010. */
export const disabilityClasses: readonly CodeRow[] = [
  { code: '1', zh: '视力残疾', en: 'sight' },
  { code: '2', zh: '听力残疾', en: 'hearing' },
  { code: '3', zh: '言语残疾', en: 'speech' },
  { code: '4', zh: '肢体残疾', en: 'limbs' },
  { code: '5', zh: '智力残疾', en: 'intellect' },
  { code: '6', zh: '精神残疾', en: 'mind' },
  { code: '7', zh: '多重残疾', en: 'more than one' },
];

/** Levels of GB/T 26341-2010; 1 is the most severe. */
export const disabilityLevels: readonly CodeRow[] = [
  { code: '1', zh: '一级', en: 'level 1' },
  { code: '2', zh: '二级', en: 'level 2' },
  { code: '3', zh: '三级', en: 'level 3' },
  { code: '4', zh: '四级', en: 'level 4' },
];

export type DisabilityCertificate = {
  ok: true;
  /** Twenty characters, or twenty-two with the mark of a re-issue (B1, B2 …). */
  normalised: string;
  identityNumber: string;
  disabilityClass: string;
  level: string;
  /** How often it was issued again; 0 for the first one. */
  reissues: number;
};

export type DisabilityCertificateProblem = IdentityNumberProblem | 'class' | 'level';

/**
 * Reads a disability certificate's number: the holder's identity number, a digit of the class, a digit of the level, and B1–B9
 * after re-issues. Source: GB/T 26341-2010 and the federation's certificate rules.
 */
export function checkDisabilityCertificate(
  text: string,
  options: IdentityNumberOptions = {},
): DisabilityCertificate | { ok: false; problem: DisabilityCertificateProblem } {
  const typed = plainCode(text);
  if (typed.length !== 20 && typed.length !== 22) return { ok: false, problem: 'length' };
  const reissue = typed.slice(20);
  if (reissue !== '' && !/^B[1-9]$/.test(reissue)) return { ok: false, problem: 'characters' };
  const holder = checkIdentityNumber(typed.slice(0, 18), options);
  if (!holder.ok) return holder;
  const [disabilityClass, level] = [typed.charAt(18), typed.charAt(19)];
  if (!/^[1-7]$/.test(disabilityClass)) return { ok: false, problem: 'class' };
  if (!/^[1-4]$/.test(level)) return { ok: false, problem: 'level' };
  const reissues = reissue === '' ? 0 : Number(reissue.charAt(1));
  return { ok: true, normalised: typed, identityNumber: holder.normalised, disabilityClass, level, reissues };
}

/**
 * Severe disability: levels 1 and 2. Some benefits also count level 3 of intellect and mind; where they do, the caller passes
 * `includingLevel3: ['5', '6']`.
 */
export function isSevereDisability(
  disability: { disabilityClass: string; level: string },
  rule: { includingLevel3: readonly string[] } = { includingLevel3: [] },
): boolean {
  if (disability.level === '1' || disability.level === '2') return true;
  return disability.level === '3' && rule.includingLevel3.includes(disability.disabilityClass);
}
