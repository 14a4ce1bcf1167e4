import {
  consentPurposes,
  LocalText,
  refusalGrounds,
  rightsActs,
  rightsKinds,
  rightsOutcomes,
  rightsStates,
} from '@linli/domain';
import { z } from 'zod';
import { FieldValueShape } from '../registers/shapes.ts';

export const RightsKindName = z.enum(rightsKinds);
export const RightsOutcomeName = z.enum(rightsOutcomes);
export const RefusalGroundName = z.enum(refusalGrounds);
export const ConsentPurposeName = z.enum(consentPurposes);
export const RightsWords = z.string().trim().max(1000);
export const PhoneCode = z.string().regex(/^\d{6}$/);

/** One request with its clocks and what has been done. */
export const RightsRequestView = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: RightsKindName,
  asker: z.enum(['self', 'guardian', 'relative']),
  state: z.enum(rightsStates),
  words: z.string(),
  fields: z.array(z.object({ code: z.string(), label: LocalText })),
  about: z.string().nullable(),
  submittedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  latestAt: z.iso.datetime(),
  waitingSince: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  outcome: RightsOutcomeName.nullable(),
  ground: RefusalGroundName.nullable(),
  /** The article behind the ground. */
  article: LocalText.nullable(),
  answer: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  revision: z.number().int(),
  steps: z.array(
    z.object({
      at: z.iso.datetime(),
      act: z.string(),
      by: z.string(),
      words: z.string(),
    }),
  ),
  can: z.array(z.enum(rightsActs)),
});

/** That something was deleted: what kind, of which group, how many, with a hash of the ids. */
export const DeletionProof = z.object({
  id: z.uuid(),
  kind: z.string(),
  group: z.string(),
  rows: z.number().int(),
  idsHash: z.string(),
  at: z.iso.datetime(),
});

/** One value held of somebody, with all they may ask about it. */
export const HeldField = z.object({
  code: z.string(),
  label: LocalText,
  value: FieldValueShape.nullable(),
  /** The value in words, where it is a code. */
  valueLabel: LocalText.nullable(),
  masked: z.boolean(),
  source: z.string().nullable(),
  since: z.iso.date().nullable(),
  basis: z.string(),
  law: z.string(),
  owner: z.string(),
  recordedAt: z.iso.datetime().nullable(),
  /** Kept because the law wants it and used no more. */
  restricted: z.boolean(),
});

export const Consent = z.object({
  id: z.uuid(),
  purpose: ConsentPurposeName,
  categories: z.array(z.string()),
  version: z.number().int(),
  channel: z.enum(['app', 'paper', 'verbal']),
  textHash: z.string(),
  givenBy: z.enum(['self', 'guardian']),
  evidence: z.string(),
  /** Hashes of the photographed paper, opened by `/api/consent-photo`. */
  photos: z.array(z.string()),
  givenAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
  /** How the person said so, where the keeper entered it. */
  withdrawnEvidence: z.string(),
});
