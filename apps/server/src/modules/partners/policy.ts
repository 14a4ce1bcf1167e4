import { staleAfterMinutes } from '@linli/contract';
import type { CaseTypeDefinition } from '@linli/domain';

/** Not heard for an hour, or never: what is known of the other side is old. */
export function isStale(partner: { active: boolean; heard_at: Date | null }, now: Date): boolean {
  if (!partner.active) return false;
  return !partner.heard_at || now.getTime() - partner.heard_at.getTime() > staleAfterMinutes * 60_000;
}

/** Units are ids of this site and mean nothing elsewhere. */
const localKinds: ReadonlySet<string> = new Set(['unit', 'units']);

/** Answers that may go along: never personal ones, never our own units. */
export function shareableFields(type: CaseTypeDefinition): readonly { key: string; required: boolean }[] {
  return type.form.filter((field) => !field.personal && !localKinds.has(field.kind));
}

/**
 * Only what everybody may see anyway, is still open, of a type that the other side can take over. A type that requires a personal
 * answer cannot be shared: the answer may not travel, and without it no case can be made over there.
 */
export function isShareable(
  found: { visibility: string; is_open: boolean; channel: string },
  type: CaseTypeDefinition,
): boolean {
  const open = new Set(shareableFields(type).map((field) => field.key));
  const complete = type.form.every((field) => !field.required || open.has(field.key));
  return found.visibility === 'public' && found.is_open && complete && type.reporters.includes('import');
}

/** A mobile number, or the number of an identity card, wherever it stands between other words. */
export function holdsContact(words: string): boolean {
  const plain = words.normalize('NFKC').replace(/(?<=\d)[\s-](?=\d)/g, '');
  return /(?<!\d)1[3-9]\d{9}(?!\d)/.test(plain) || /(?<!\d)\d{17}[\dXx](?!\d)/.test(plain);
}
