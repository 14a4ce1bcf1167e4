import {
  checkIdentityNumber,
  type IdentityNumber,
  type IdentityNumberOptions,
  type IdentityNumberProblem,
} from './check-identity-number.ts';
import { plainCode } from './plain-code.ts';

/** Papers a person may be registered by. The first three carry a number of eighteen characters with a check digit. */
export const identityDocumentKinds = [
  'resident-id',
  'hmt-residence-permit',
  'foreigner-permanent',
  'passport',
  'hk-macao-travel-permit',
  'taiwan-travel-permit',
  'old-foreigner-permit',
] as const;
export type IdentityDocumentKind = (typeof identityDocumentKinds)[number];

export const identityDocumentWords: Record<IdentityDocumentKind, { zh: string; en: string }> = {
  'resident-id': { zh: '居民身份证', en: 'resident identity card' },
  'hmt-residence-permit': { zh: '港澳台居民居住证', en: 'residence permit for Hong Kong, Macao and Taiwan residents' },
  'foreigner-permanent': { zh: '外国人永久居留身份证', en: 'foreigner’s permanent residence card' },
  passport: { zh: '护照', en: 'passport' },
  'hk-macao-travel-permit': {
    zh: '港澳居民来往内地通行证',
    en: 'mainland travel permit for Hong Kong and Macao residents',
  },
  'taiwan-travel-permit': { zh: '台湾居民来往大陆通行证', en: 'mainland travel permit for Taiwan residents' },
  'old-foreigner-permit': { zh: '外国人永久居留证（旧版）', en: 'foreigner’s permanent residence permit (old form)' },
};

export type IdentityDocument = {
  ok: true;
  kind: IdentityDocumentKind;
  /** As printed, without spaces. */
  normalised: string;
  /** What one person keeps when the paper is issued again: the value to hash for "the same person". */
  lookupValue: string;
  /** Birth, sex and place, where the number tells them. */
  number: IdentityNumber | null;
};

export type IdentityDocumentProblem = IdentityNumberProblem | 'other-document';

// Shapes only: none of these has a check digit that could be verified.
const shapes: Record<Exclude<IdentityDocumentKind, IdentityNumber['kind']>, RegExp> = {
  passport: /^(?=.*\d)[A-Z0-9]{5,12}$/,
  'hk-macao-travel-permit': /^[HM]\d{8}(?:\d{2})?$/,
  'taiwan-travel-permit': /^\d{8}$/,
  'old-foreigner-permit': /^[A-Z]{3}\d{12}$/,
};

/**
 * Checks a paper of a named kind. 'other-document': a well-formed number, but of another kind of paper than the one named.
 * A Hong Kong or Macao permit's last two digits count re-issues and stay out of the look-up value.
 */
export function checkIdentityDocument(
  kind: IdentityDocumentKind,
  text: string,
  options: IdentityNumberOptions = {},
): IdentityDocument | { ok: false; problem: IdentityDocumentProblem } {
  if (kind === 'resident-id' || kind === 'hmt-residence-permit' || kind === 'foreigner-permanent') {
    const number = checkIdentityNumber(text, options);
    if (!number.ok) return number;
    const found = number.kind === 'old-resident-id' ? 'resident-id' : number.kind;
    if (found !== kind) return { ok: false, problem: 'other-document' };
    return { ok: true, kind, normalised: number.normalised, lookupValue: number.normalised, number };
  }
  const normalised = plainCode(text);
  if (!shapes[kind].test(normalised)) {
    return { ok: false, problem: /^[A-Z0-9]*$/.test(normalised) ? 'length' : 'characters' };
  }
  const lookupValue = kind === 'hk-macao-travel-permit' ? normalised.slice(0, 9) : normalised;
  return { ok: true, kind, normalised, lookupValue, number: null };
}
