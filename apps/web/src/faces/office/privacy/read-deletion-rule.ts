import { type ConsentPurpose, consentPurposes } from '@linli/domain';

/** What a proof of deletion says it rests on, taken apart. */
type DeletionRule =
  | { readonly kind: 'request' | 'other' }
  | { readonly kind: 'consent'; readonly purpose: ConsentPurpose }
  | { readonly kind: 'retention'; readonly days: number };

/** Reads `request`, `consent:<purpose>` and `retention:<group>:<days>`; a rule of another shape is `other`. */
export function readDeletionRule(rule: string): DeletionRule {
  const [kind, what, days] = rule.split(':');
  if (kind === 'request') return { kind };
  const purpose = consentPurposes.find((each) => each === what);
  if (kind === 'consent' && purpose !== undefined) return { kind, purpose };
  if (kind === 'retention' && days !== undefined) return { kind, days: Number(days) };
  return { kind: 'other' };
}
