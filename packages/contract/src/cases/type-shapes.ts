import { CaseTypeDefinition, clockNames, DispatchTarget, LocalText } from '@linli/domain';
import { z } from 'zod';

export const TypeCode = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/);

/** One thing wrong in a pack or a case type, where it stands in the text (both from 1; columns in UTF-16 units) and in words. */
export const PlacedProblem = z.object({
  path: z.string(),
  code: z.string(),
  detail: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  words: LocalText,
});
export type PlacedProblem = z.infer<typeof PlacedProblem>;

/** `pack`: from the pack's own file; `import`: a pack taken in by text; `office`: edited here. */
export const typeOrigins = ['pack', 'import', 'office'] as const;

/** One difference between two versions; `path` names rows of lists by their own key. */
export const TypeChange = z.object({
  path: z.array(z.string()),
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const TypeDraft = z.object({
  revision: z.number().int(),
  /** The version it was begun from. */
  baseVersion: z.number().int(),
  changedAt: z.iso.datetime(),
  byWords: z.string(),
  yaml: z.string(),
  /** Null while its shape is wrong: then only the text can be worked on. */
  definition: CaseTypeDefinition.nullable(),
  problems: z.array(PlacedProblem),
});

/** A case as an example in a dry run: no words, nobody named. */
export const TrialExample = z.object({
  caseId: z.uuid(),
  number: z.string(),
  reportedAt: z.iso.datetime(),
  areaName: z.string(),
  /** Whether the reader may look at it. */
  mayOpen: z.boolean(),
});
const counted = { count: z.number().int(), examples: z.array(TrialExample) };
const ruleRef = z.object({ key: z.string().nullable(), label: LocalText.nullable(), target: DispatchTarget });

/** What a version would have made of the newest cases of the last days. */
export const TypeTrial = z.object({
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  cases: z.number().int(),
  /** There were more cases than were looked at. */
  bounded: z.boolean(),
  stayed: z.number().int(),
  moves: z.array(z.object({ ...counted, from: ruleRef, to: ruleRef })),
  failed: z.array(z.object({ ruleKey: z.string(), error: z.string(), count: z.number().int() })),
  clocks: z.array(
    z.object({
      clock: z.enum(clockNames),
      earlier: z.number().int(),
      later: z.number().int(),
      same: z.number().int(),
      added: z.number().int(),
      dropped: z.number().int(),
      overdueBefore: z.number().int(),
      overdueAfter: z.number().int(),
      examples: z.array(TrialExample),
    }),
  ),
  withoutClocks: z.number().int(),
  refusals: z.array(z.object({ ...counted, field: z.string(), label: LocalText.nullable(), reason: z.string() })),
  refusedCases: z.number().int(),
});

/** Cases of other types whose words speak of a new type. */
export const TypeMatches = z.object({
  cases: z.number().int(),
  bounded: z.boolean(),
  matched: z.number().int(),
  byType: z.array(z.object({ ...counted, typeCode: z.string(), name: LocalText })),
  byWord: z.array(z.object({ word: z.string(), count: z.number().int() })),
});
