import { caseStates, LocalText } from '@linli/domain';
import { z } from 'zod';

/** The code of a site's root area: it stands before every number the site gives away. */
export const SiteCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/);
/** The 32 bytes of an Ed25519 public key, base64url. */
export const PartnerPublicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** What may be told to a partner of a case: its place, and answers of the form that are not personal. */
export const SharedField = z.string().regex(/^(address|point|form\.[a-z][a-zA-Z0-9]{0,39})$/);
export const PartWords = z.string().trim().min(1).max(500);

/** What is not heard for this long is marked as old. */
export const staleAfterMinutes = 60;

export const PartnerView = z.object({
  id: z.uuid(),
  name: z.string(),
  siteCode: z.string(),
  active: z.boolean(),
  /** When they last said anything that was truly theirs; null = never. */
  heardAt: z.iso.datetime().nullable(),
  /** Active and not heard for an hour. */
  stale: z.boolean(),
  /** Messages they have not confirmed. */
  waiting: z.number().int(),
  /** The rest is for whoever keeps the partners; null for others. */
  baseUrl: z.string().nullable(),
  publicKey: z.string().nullable(),
  fingerprint: z.string().nullable(),
  /** Why the last try failed, as a code of `exchangeProblems`; null = it did not. */
  problem: z.string().nullable(),
});
export type PartnerView = z.infer<typeof PartnerView>;

export const exchangeProblems = [
  'unreachable',
  'address-refused',
  'refused',
  'clock',
  'off',
  'answer-not-theirs',
  'gap',
  'ahead',
] as const;
export type ExchangeProblem = (typeof exchangeProblems)[number];

const SideState = z.object({
  state: z.enum(caseStates).nullable(),
  at: z.iso.datetime().nullable(),
  /** Kept the promise of that side's own clocks; null while it is not said. */
  onTime: z.boolean().nullable(),
});

export const SharedCaseView = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  /** The one number of both sides. */
  number: z.string(),
  origin: z.enum(['ours', 'theirs']),
  partner: z.object({
    id: z.uuid(),
    name: z.string(),
    siteCode: z.string(),
    active: z.boolean(),
    heardAt: z.iso.datetime().nullable(),
    stale: z.boolean(),
  }),
  typeCode: z.string(),
  typeName: LocalText,
  section: LocalText.nullable(),
  summary: z.string(),
  ourPart: z.string(),
  theirPart: z.string(),
  fields: z.array(z.string()),
  sharedAt: z.iso.datetime(),
  ours: SideState,
  theirs: SideState.extend({ number: z.string().nullable() }),
  /** Their answer when they could not take it: the code of a refusal. */
  problem: z.string().nullable(),
});
export type SharedCaseView = z.infer<typeof SharedCaseView>;

export const SharedWordsView = z.object({
  id: z.uuid(),
  origin: z.enum(['ours', 'theirs']),
  words: z.string(),
  saidAt: z.iso.datetime(),
});

export const bulletinPeriods = ['week', 'month'] as const;
/** Null over nothing; shown as "—". */
const Share = z.object({ numerator: z.number().int(), denominator: z.number().int(), value: z.number().nullable() });

export const BulletinRow = z.object({
  /** Null = cases that name no section. */
  section: z.string().max(60).nullable(),
  sectionName: LocalText.nullable(),
  shared: z.number().int().min(0),
  sides: z
    .array(
      z.object({
        siteCode: SiteCode,
        /** Cases by that side's state; states without cases are left out. `unknown` = nothing heard of it yet. */
        states: z.partialRecord(z.enum([...caseStates, 'unknown']), z.number().int().min(0)),
        /** Closed within the period by that side, and in time by its own clocks. */
        onTime: Share,
      }),
    )
    .length(2),
});
export const BulletinContent = z.object({
  types: z.array(z.object({ code: z.string().max(40), name: LocalText })).max(60),
  rows: z.array(BulletinRow).max(500),
  total: BulletinRow,
});
export type BulletinContent = z.infer<typeof BulletinContent>;

export const BulletinSummary = z.object({
  id: z.uuid(),
  partnerId: z.uuid(),
  partnerName: z.string(),
  origin: z.enum(['ours', 'theirs']),
  every: z.enum(bulletinPeriods),
  /** First day and last day of the period. */
  fromDay: z.iso.date(),
  lastDay: z.iso.date(),
  madeAt: z.iso.datetime(),
  shared: z.number().int(),
});
export const BulletinScheduleView = z.object({
  id: z.uuid(),
  partnerId: z.uuid(),
  every: z.enum(bulletinPeriods),
  typeCodes: z.array(z.string()),
  active: z.boolean(),
  nextAt: z.iso.datetime().nullable(),
});
