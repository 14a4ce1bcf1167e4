import { z } from 'zod';
import type { CaseStage } from './case-stage.ts';
import { type FormField, LocalText } from './form-field.ts';

const key = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** One part of a paper. Texts hold marks in braces, see `documentMarks`. */
export const DocumentPart = z.union([
  z.strictObject({ text: z.string().min(1).max(2000) }),
  z.strictObject({ heading: z.string().min(1).max(80) }),
  /** A line `label: value`; left out when the value is empty, unless it is kept for filling in by hand. */
  z.strictObject({
    label: z.string().min(1).max(40),
    value: z.string().min(1).max(400),
    keep: z.boolean().default(false),
  }),
  /** Lines for signatures and dates. */
  z.strictObject({ signatures: z.array(z.string().min(1).max(40)).min(1).max(12) }),
  /** Pictures taken at a stage: signatures on screen, a signed paper photographed. */
  z.strictObject({ picturesOf: key }),
]);
export type DocumentPart = z.infer<typeof DocumentPart>;

/** A paper made of a case: an agreement, an opinion, a notice. In the language of the law it serves; no translation. */
export const DocumentTemplate = z.object({
  key,
  name: LocalText,
  title: z.string().min(1).max(60),
  /** For instance `({year})陆人调字第{number}号`. */
  reference: z.string().max(80).optional(),
  /** Faint words across each page. */
  watermark: z.string().max(40).optional(),
  body: z.array(DocumentPart).min(1).max(60),
});
export type DocumentTemplate = z.infer<typeof DocumentTemplate>;

const mark = /\{([a-zA-Z0-9.-]+)\}/g;
/** Marks that every case knows. */
export const documentMarks = ['number', 'year', 'date', 'words', 'place', 'holder', 'reportedOn', 'answer'] as const;

/** The text with every mark replaced; a mark without a value becomes nothing. */
export function fillMarks(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(mark, (_whole, name: string) => values.get(name) ?? '');
}

/** A mark a template uses and its case type does not know, or a stage it has not: with the path to it. */
export interface DocumentProblem {
  path: (string | number)[];
  unknown: string;
}

/** Every mark and stage named in the papers of a type must exist: `{form.x}`, `{stage.<key>.x}`, `{stage.<key>.words}` or a general mark. */
export function documentProblems(type: {
  form: readonly FormField[];
  stages: readonly CaseStage[];
  documents: readonly DocumentTemplate[];
}): DocumentProblem[] {
  const known = new Set<string>(documentMarks);
  for (const field of type.form) known.add(`form.${field.key}`);
  for (const stage of type.stages) {
    for (const field of stage.form) known.add(`stage.${stage.key}.${field.key}`);
    for (const own of ['words', 'outcome', 'date', ...(stage.signing ? ['signers'] : [])])
      known.add(`stage.${stage.key}.${own}`);
  }
  const problems: DocumentProblem[] = [];
  const look = (text: string, path: (string | number)[]) => {
    for (const [, name = ''] of text.matchAll(mark)) if (!known.has(name)) problems.push({ path, unknown: name });
  };
  type.documents.forEach((template, d) => {
    const at = ['documents', d];
    if (template.reference) look(template.reference, [...at, 'reference']);
    template.body.forEach((part, i) => {
      const here = [...at, 'body', i];
      if ('text' in part) look(part.text, [...here, 'text']);
      if ('value' in part) look(part.value, [...here, 'value']);
      if ('picturesOf' in part && !type.stages.some((stage) => stage.key === part.picturesOf))
        problems.push({ path: [...here, 'picturesOf'], unknown: part.picturesOf });
    });
  });
  type.stages.forEach((stage, s) => {
    if (stage.document && !type.documents.some((template) => template.key === stage.document))
      problems.push({ path: ['stages', s, 'document'], unknown: stage.document });
    const signed = stage.signing?.document;
    if (signed !== undefined && !type.documents.some((template) => template.key === signed))
      problems.push({ path: ['stages', s, 'signing', 'document'], unknown: signed });
  });
  return problems;
}
