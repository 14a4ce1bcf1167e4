import {
  cellMarks,
  FormDefinition,
  formFaultCodes,
  formPeriods,
  LegalItem,
  returnActs,
  returnStates,
  subjectNouns,
} from '@linli/domain';
import { z } from 'zod';

export { FormDefinition, LegalItem };

export const FormState = z.enum(['draft', 'published', 'ended']);
export const ReturnStateSchema = z.enum(returnStates);
export const ReturnActSchema = z.enum(returnActs);
const _FormPeriodSchema = z.enum(formPeriods);
/** `once`, `2026-03`, `2026-Q1` or `2026`. */
export const PeriodKey = z.string().regex(/^(once|\d{4}(-\d{2}|-Q[1-4])?)$/);

export const FormProblemView = z.object({
  path: z.string(),
  code: z.enum(formFaultCodes),
  detail: z.string().optional(),
});

/** How full something is. Cells that may be empty are in none of the numbers. */
export const FillCounts = z.object({
  rows: z.number().int(),
  cells: z.number().int(),
  filled: z.number().int(),
  stale: z.number().int(),
  missing: z.number().int(),
  unknown: z.number().int(),
});

export const FormView = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  name: z.string(),
  item: z.string(),
  state: FormState,
  version: z.number().int(),
  revision: z.number().int(),
  hasDraft: z.boolean(),
  mine: z.boolean(),
});

export const ReturnView = z.object({
  id: z.uuid(),
  formId: z.uuid(),
  formName: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  areaId: z.uuid(),
  areaName: z.string(),
  period: z.string(),
  dueOn: z.string(),
  state: ReturnStateSchema,
  revision: z.number().int(),
  /** Given after the due day, or not given though it has passed. */
  late: z.boolean(),
  filledAt: z.string(),
  givenAt: z.string().nullable(),
  approvedAt: z.string().nullable(),
  pulledAt: z.string().nullable(),
  /** Null where the reader sees none of the people and `hidden` says why. */
  counts: FillCounts.nullable(),
  /** `few`: one to four rows. `withheld`: such a number could otherwise be worked out from it. */
  hidden: z.enum(['few', 'withheld']).nullable(),
});

export const CellView = z.object({
  /** As people read it; masked where sealed. Null where the reader may not see it. */
  text: z.string().nullable(),
  /** `withheld`: a figure with fewer than five behind it, or one that would give such a one away; the text says `<5`, `≥5` or `*`. */
  state: z.enum([...Object.values(cellMarks), 'withheld']),
});

export const ColumnHead = z.object({
  key: z.string(),
  label: z.object({ zh: z.string(), en: z.string().optional() }),
  bind: z.string(),
});

export const QuestionView = z.object({
  subjectId: z.uuid(),
  noun: z.enum(subjectNouns),
  /** Name and address as the reader may see them. */
  name: z.string(),
  address: z.string(),
  field: z.string(),
  label: z.object({ zh: z.string(), en: z.string().optional() }),
  kind: z.enum(['text', 'code', 'date', 'number', 'boolean', 'secret']),
  options: z
    .array(z.object({ value: z.string(), label: z.object({ zh: z.string(), en: z.string().optional() }) }))
    .optional(),
  askedAt: z.string(),
  /** Forms that will have it from the one answer. */
  forms: z.array(z.object({ id: z.uuid(), name: z.string(), unitName: z.string(), dueOn: z.string() })),
});

export const AskView = z.object({
  id: z.uuid(),
  areaId: z.uuid(),
  areaName: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  way: z.string(),
  words: z.string(),
  headings: z.array(z.string()),
  /** A form that gives nearly all of it already. */
  known: z.object({ formId: z.uuid(), name: z.string(), share: z.number() }).nullable(),
  askedOn: z.string(),
  state: z.enum(['open', 'refused']),
  article: z.string().nullable(),
  answer: z.string().nullable(),
  registeredAt: z.string(),
  refusedAt: z.string().nullable(),
  mayRefuse: z.boolean(),
});

export const NeedView = z.object({
  id: z.uuid(),
  asker: z.string(),
  unitId: z.uuid().nullable(),
  partnerId: z.uuid().nullable(),
  noun: z.enum(subjectNouns),
  rowsWhen: z.string(),
  fields: z.array(z.string()),
  areaIds: z.array(z.uuid()),
  purpose: z.string(),
  law: z.string(),
  until: z.string(),
  state: z.enum(['filed', 'approved', 'refused', 'ended']),
  filedAt: z.string(),
  decidedAt: z.string().nullable(),
  answer: z.string().nullable(),
  endedAt: z.string().nullable(),
  pulls: z.number().int(),
  rowsServed: z.number().int(),
  lastPullAt: z.string().nullable(),
});

/** Ways an ask comes outside the forms. */
export const askWays = ['phone', 'message', 'meeting', 'paper', 'mail', 'system', 'visit'] as const;
/** Articles an ask is refused with. */
export const refusalArticles = ['data-reuse', 'list-only', 'committee-law', 'form-exists', 'no-purpose'] as const;
