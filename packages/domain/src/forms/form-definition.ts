import { z } from 'zod';
import { FormField, LocalText } from '../cases/form-field.ts';
import { subjectNouns } from '../registers/register-field.ts';

/** How often a form is filled; `once` has one period for ever. */
export const formPeriods = ['once', 'month', 'quarter', 'year'] as const;
export type FormPeriod = (typeof formPeriods)[number];

/** What the engine works out itself. `serial` is the row's place in the list. */
export const computedColumns = [
  'serial',
  'name',
  'kind',
  'age',
  'address',
  'building',
  'micro-grid',
  'committee',
] as const;
export type ComputedColumn = (typeof computedColumns)[number];

/** Who or how many stand in a link to the row; names but for `member-count`. */
export const linkColumns = ['member-count', 'head', 'guardian', 'owner', 'tenants', 'keeper', 'responsible'] as const;
export type LinkColumn = (typeof linkColumns)[number];

const code = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}$/);
const noun = z.enum(subjectNouns);
const common = {
  key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  label: LocalText,
};
/** An empty field: asked, left blank, or read as no (only where not being registered means no). */
const whenEmpty = z.enum(['ask', 'blank', 'no']).default('ask');

/** Which subjects count: a noun, its kind, tags (all of them), a CEL condition over the whitelist (`row-condition.ts`). */
const Chosen = {
  noun,
  kind: code.optional(),
  tags: z.array(code).max(5).default([]),
  when: z.string().max(500).optional(),
};

export const FormColumn = z.discriminatedUnion('bind', [
  /** A field of the row, or of the home or household it belongs to. */
  z.strictObject({
    ...common,
    bind: z.literal('field'),
    field: code,
    of: z.enum(['self', 'home', 'household']).default('self'),
    whenEmpty,
  }),
  z.strictObject({ ...common, bind: z.literal('tag'), tag: code }),
  z.strictObject({ ...common, bind: z.literal('link'), link: z.enum(linkColumns) }),
  z.strictObject({ ...common, bind: z.literal('figure'), ...Chosen, sum: code.optional() }),
  z.strictObject({ ...common, bind: z.literal('computed'), computed: z.enum(computedColumns) }),
  /** Asked for this form alone: of things and areas, never of people (the registers' whitelist is closed). */
  z.strictObject({ ...common, bind: z.literal('asked'), ask: FormField }),
]);
export type FormColumn = z.infer<typeof FormColumn>;

/** One row for each subject, or one row with figures for each area. */
export const FormRows = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('subject'), ...Chosen }),
  z.strictObject({ by: z.literal('area'), level: z.enum(['committee', 'micro-grid']) }),
]);
export type FormRows = z.infer<typeof FormRows>;
export type ChosenSubjects = Omit<Extract<FormRows, { by: 'subject' }>, 'by'>;

export const FormDefinition = z.strictObject({
  name: LocalText,
  purpose: z.string().max(400).default(''),
  /** Code of the permitted list: the law it rests on and the personal fields it may show. */
  item: code,
  rows: FormRows,
  columns: z.array(FormColumn).min(1).max(60),
  period: z.enum(formPeriods),
  /** Days after the period's end by which it is due; of `once`, after it was published. */
  dueDays: z.number().int().min(0).max(180).default(10),
  /** Committees (areas of level 3); none = all of the site. */
  areas: z.array(z.uuid()).max(200).default([]),
  templateId: z.uuid().optional(),
});
export type FormDefinition = z.infer<typeof FormDefinition>;

/** An item of the list of what committees may be asked for. */
export const LegalItem = z.strictObject({
  code,
  name: z.string().min(2).max(100),
  law: z.string().min(4).max(300),
  /** `noun.field` (also `person.name`, `home.address`); personal and sensitive ones are shown only if named. */
  fields: z.array(code).max(120),
  /** Keys of units; none = any department. */
  units: z.array(code).max(40).default([]),
});
export type LegalItem = z.infer<typeof LegalItem>;

/** A ledger a pack brings: a department files it as it is, or with changes. */
export const PackForm = z.strictObject({ code, unit: code.optional(), form: FormDefinition });
export type PackForm = z.infer<typeof PackForm>;

/** The section `forms:` of a pack. */
export const PackForms = z.strictObject({
  items: z.array(LegalItem).max(200).default([]),
  ledgers: z.array(PackForm).max(300).default([]),
});
export type PackForms = z.infer<typeof PackForms>;
