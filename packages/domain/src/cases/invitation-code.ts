import type { CaseTypeDefinition } from './case-type.ts';

/** How long an invitation is good for. */
export const invitationDays = 7;
/** How many invitations of one case may wait at once. */
export const invitationsAtOnce = 5;

/** No letter or digit that is taken for another when read out or copied from paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 8;

/** A new code, from a source of random whole numbers below `n`. */
export function makeInvitationCode(below: (n: number) => number): string {
  return Array.from({ length }, () => letters[below(letters.length)]).join('');
}

/** As people read it: two groups of four. */
export function invitationCodeWords(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}

/** What somebody typed or opened as a link, as it was made; null where it cannot be one. */
export function readInvitationCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : null;
}

/** Only where a paper is signed does somebody besides who applied need to be let in. */
export function takesParties({ stages }: Pick<CaseTypeDefinition, 'stages'>): boolean {
  return stages.some(({ signing }) => signing !== undefined);
}
