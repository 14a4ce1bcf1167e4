import type { LocalText } from '../cases/form-field.ts';

/** What the registers hold: dwellings, those living in one together, people, organisations, things in public space. */
export const subjectNouns = ['home', 'household', 'person', 'entity', 'asset'] as const;
export type SubjectNoun = (typeof subjectNouns)[number];

/** `active` is present; `left` moved away, `dead`, `ended` (closed, demolished, split up), `merged` into another. */
export const subjectStates = ['active', 'left', 'dead', 'ended', 'merged'] as const;
export type SubjectState = (typeof subjectStates)[number];

/** Dated links between subjects. `role` of a member is the relation to the head (GB/T 4761). */
export const linkKinds = ['member', 'owner', 'tenant', 'guardian', 'runs', 'responsible'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Public, internal, personal, sensitive personal (PIPL art. 28; people under 14): rules.md 6.2. */
export const sensitivities = [1, 2, 3, 4] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** Ground for holding a value (PIPL art. 13): a duty by law, consent, a contract, an emergency. */
export const legalBases = ['statutory', 'consent', 'contract', 'emergency'] as const;
export type LegalBasis = (typeof legalBases)[number];

/** Who keeps the value true. A change of what another body owns is a correction request to it. */
export const fieldOwners = [
  'committee',
  'public-security',
  'civil-affairs',
  'disabled-federation',
  'health',
  'housing',
  'veterans',
  'human-resources',
  'market-regulation',
  'fire',
  'city-management',
  'party',
] as const;
export type FieldOwner = (typeof fieldOwners)[number];

export const registerFieldKinds = ['text', 'code', 'date', 'number', 'boolean', 'secret'] as const;

export interface RegisterField {
  readonly code: string;
  readonly noun: SubjectNoun;
  /** `secret` values are encrypted in the column and shown only by `reveal-field`. */
  readonly kind: (typeof registerFieldKinds)[number];
  readonly label: LocalText;
  readonly options?: readonly { readonly value: string; readonly label: LocalText }[];
  readonly level: Sensitivity;
  readonly basis: LegalBasis;
  /** The law, standard or duty it rests on, in the words of the field's practice. */
  readonly law: string;
  readonly owner: FieldOwner;
  /** Group for retention: how long a value is kept after it ended. */
  readonly retention: RetentionGroup;
  /** After so many days without confirmation the value counts as stale; none never goes stale. */
  readonly staleAfterDays?: number;
}

/** Days a value is kept after it was superseded or its subject ended; then it is deleted with proof. */
export const retentionDays = {
  identity: 365,
  contact: 180,
  living: 730,
  care: 1095,
  property: 1825,
  business: 1825,
} as const;
export type RetentionGroup = keyof typeof retentionDays;
