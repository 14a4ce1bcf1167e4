import { z } from 'zod';
import type { CaseStage } from './case-stage.ts';
import { type FormField, LocalText } from './form-field.ts';

const key = z.string().regex(/^[a-z0-9-]{1,40}$/);
const fieldKey = z.string().max(40);

/** Where an item of the file comes from. The first that has something fills it; all that have something are listed. */
export const CaseFileSource = z.union([
  /** The report itself, with its form and photos. */
  z.strictObject({ report: z.literal(true) }),
  /** One answer of the report. */
  z.strictObject({ form: fieldKey }),
  /** A stage taken; with `field`, that answer given there. */
  z.strictObject({ stage: key, field: fieldKey.optional() }),
  /** A paper of the case, once the stage that owes it was taken. */
  z.strictObject({ document: key }),
  /** Photos or scans taken at a stage. */
  z.strictObject({ picturesOf: key }),
  /** Child cases that are closed: promises kept. */
  z.strictObject({ children: z.literal(true) }),
  /** Made with the file itself: its list, its back cover. */
  z.strictObject({ made: z.literal(true) }),
]);
export type CaseFileSource = z.infer<typeof CaseFileSource>;

/** One item. Whatever its sources, papers may also be added to it by hand. */
export const CaseFileItem = z.object({
  key,
  label: LocalText,
  required: z.boolean().default(false),
  from: z.array(CaseFileSource).max(6).default([]),
});
export type CaseFileItem = z.infer<typeof CaseFileItem>;

/** The bound file of a case: drawn from the case, printed as one paper. */
export const CaseFile = z.object({
  name: LocalText,
  title: z.string().min(1).max(60),
  /** With marks, as in papers. */
  reference: z.string().max(80).optional(),
  items: z.array(CaseFileItem).min(1).max(40),
});
export type CaseFile = z.infer<typeof CaseFile>;

/** What the case has so far, as items ask for it. */
export interface CaseFileFacts {
  readonly form: Readonly<Record<string, unknown>>;
  /** The last walk through each stage taken: its answers and how many pictures. */
  readonly stages: ReadonlyMap<string, { readonly form: Readonly<Record<string, unknown>>; readonly pictures: number }>;
  readonly reportPictures: number;
  readonly children: { readonly closed: number; readonly all: number };
  /** Times papers were added by hand, by item. */
  readonly added: ReadonlyMap<string, number>;
}

export interface CaseFileItemState {
  readonly item: CaseFileItem;
  /** The sources that have something. */
  readonly found: readonly CaseFileSource[];
  readonly added: number;
  readonly present: boolean;
}

/** Each item of the file, whether it is there and from where. */
export function caseFileState(
  type: { file?: CaseFile | undefined; stages: readonly CaseStage[] },
  facts: CaseFileFacts,
): CaseFileItemState[] {
  return (type.file?.items ?? []).map((item) => {
    const found = item.from.filter((source) => hasSomething(source, type.stages, facts));
    const added = facts.added.get(item.key) ?? 0;
    return { item, found, added, present: found.length > 0 || added > 0 };
  });
}

/** Stages whose taking would fill the item: who adds it are those who take them. */
export function stagesFilling(item: CaseFileItem, stages: readonly CaseStage[]): CaseStage[] {
  return stages.filter((stage) =>
    item.from.some((source) => {
      if ('stage' in source) return source.stage === stage.key;
      if ('picturesOf' in source) return source.picturesOf === stage.key;
      return 'document' in source && source.document === stage.document;
    }),
  );
}

function hasSomething(source: CaseFileSource, stages: readonly CaseStage[], facts: CaseFileFacts): boolean {
  if ('report' in source || 'made' in source) return true;
  if ('form' in source) return isAnswered(facts.form[source.form]);
  if ('stage' in source) {
    const taken = facts.stages.get(source.stage);
    return taken !== undefined && (source.field === undefined || isAnswered(taken.form[source.field]));
  }
  if ('document' in source)
    return stages.some((stage) => stage.document === source.document && facts.stages.has(stage.key));
  if ('picturesOf' in source) return (facts.stages.get(source.picturesOf)?.pictures ?? 0) > 0;
  return facts.children.all > 0 && facts.children.closed === facts.children.all;
}

// A box left unticked is no paper.
function isAnswered(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false;
}

/** A name in the file that nothing in its type has, with the path to it. */
export interface CaseFileProblem {
  path: (string | number)[];
  unknown: string;
}

/** Every field, stage and paper an item names must exist. */
export function caseFileProblems(type: {
  form: readonly FormField[];
  stages: readonly CaseStage[];
  documents: readonly { key: string }[];
  file?: CaseFile | undefined;
}): CaseFileProblem[] {
  const stageKeys = new Map(type.stages.map((stage) => [stage.key, new Set(stage.form.map((field) => field.key))]));
  const fields = new Set(type.form.map((field) => field.key));
  return (type.file?.items ?? []).flatMap((item, i) =>
    item.from.flatMap((source, k): CaseFileProblem[] => {
      const at = (name: string, unknown: string) => [{ path: ['file', 'items', i, 'from', k, name], unknown }];
      if ('form' in source && !fields.has(source.form)) return at('form', source.form);
      if ('picturesOf' in source && !stageKeys.has(source.picturesOf)) return at('picturesOf', source.picturesOf);
      if ('document' in source && !type.documents.some((one) => one.key === source.document))
        return at('document', source.document);
      if (!('stage' in source)) return [];
      const known = stageKeys.get(source.stage);
      if (!known) return at('stage', source.stage);
      return source.field !== undefined && !known.has(source.field) ? at('field', source.field) : [];
    }),
  );
}
