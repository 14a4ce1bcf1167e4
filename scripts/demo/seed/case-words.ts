import type { CaseTypeDefinition } from '@linli/domain';
import { type PhotoKind, photoKindOf } from '../photos/draw-photo.ts';
import type { Random } from '../street/random.ts';
import { caseText, type TextPlace, type Voice } from '../texts/case-text.ts';
import { textKinds } from '../texts/kinds.ts';
import { handlingResult } from '../texts/outcome-text.ts';
import type { TextScope } from '../texts/text-kind.ts';
import { hasOwnText, ownCaseText, ownResult, type WordedCase } from './own-texts.ts';

const scopes = new Map(textKinds.map((kind) => [kind.typeCode, kind.scope]));
/** Types whose class code is not the key of their words. */
const renamed: Readonly<Record<string, string>> = { bulky: 'BULKY' };
/** Nobody knows what "something else" is: it borrows the words of kinds people often fail to find. */
const borrowed: Readonly<Record<string, readonly string[]>> = {
  'loc-99': ['06017', '09010', '06010', '06028', '01037', 'LOC-03', '07001'],
};

/** The words one case speaks with. */
export interface CaseWords {
  text(random: Random, place: TextPlace, voice: Voice): WordedCase;
  result(random: Random): string;
  scope: TextScope;
  photoKind: PhotoKind;
}

/** Whether an ordinary case of a type can be put into words. */
export function hasCaseWords(type: Pick<CaseTypeDefinition, 'code' | 'standard'>): boolean {
  return (
    borrowed[type.code] !== undefined || scopes.has(renamed[type.code] ?? type.standard.code) || hasOwnText(type.code)
  );
}

/** The words for a case of a type; null when nobody wrote any, and the demonstration goes without that type. */
export function findCaseWords(random: Random, type: Pick<CaseTypeDefinition, 'code' | 'standard'>): CaseWords | null {
  const lent = borrowed[type.code];
  const key = lent ? random.pick(lent) : (renamed[type.code] ?? type.standard.code);
  const scope = scopes.get(key);
  if (scope) {
    return {
      text: (r, place, voice) => ({ ...caseText(r, key, place, voice), form: {} }),
      result: (r) => handlingResult(r, key),
      scope,
      photoKind: photoKindOf(key),
    };
  }
  if (!hasOwnText(type.code)) return null;
  return {
    text: (r, place) => ownCaseText(r, type.code, place),
    result: (r) => ownResult(r, type.code),
    scope: type.code === 'rep-05' ? 'door' : 'compound',
    photoKind: type.code === '06012' ? 'road' : 'other',
  };
}

interface HourRule {
  said: RegExp;
  fits(hour: number): boolean;
}
/** When a word about the time of day can be true. */
const hourRules: readonly HourRule[] = [
  { said: /今天早上|早上出门|送孩子上学|早班巡查|晨间巡查|今早/, fits: (h) => h >= 7 && h < 13 },
  { said: /今天上午|上午巡查|买菜回来/, fits: (h) => h >= 10 && h < 16 },
  { said: /今天中午/, fits: (h) => h >= 12 && h < 18 },
  { said: /下班回来|傍晚巡查/, fits: (h) => h >= 17 },
  { said: /下午走访/, fits: (h) => h >= 13 && h < 19 },
  { said: /夜间巡查/, fits: (h) => h >= 20 || h < 5 },
  { said: /开春|中考/, fits: () => false },
];

/** Whether words and hour of the report (0–23) go together. */
export function fitsHour(words: string, hour: number): boolean {
  return hourRules.every((rule) => !rule.said.test(words) || rule.fits(hour));
}
