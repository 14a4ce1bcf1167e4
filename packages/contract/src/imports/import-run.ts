import { z } from 'zod';
import { importKinds } from './register-mapping.ts';

export const importStates = ['uploaded', 'checking', 'checked', 'running', 'paused', 'done', 'cancelled'] as const;
export type ImportState = (typeof importStates)[number];

/** One run over one file. Counts are those of the dry run until it is applied. */
export const ImportRun = z.object({
  id: z.uuid(),
  /** Orders, or the register the rows are entries of. */
  kind: z.enum(importKinds),
  /** The area a register's rows must lie in; the site for orders. */
  areaName: z.string(),
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string(),
  headings: z.array(z.string()),
  rowCount: z.number().int(),
  state: z.enum(importStates),
  mappingName: z.string().nullable(),
  /** Rows done in the present pass. */
  done: z.number().int(),
  added: z.number().int(),
  /** Known before and as it was. */
  same: z.number().int(),
  /** Known before and different now: of an order named and never overwritten, of a register brought up to date. */
  changed: z.number().int(),
  /** Calls that press an order taken up before. */
  chased: z.number().int(),
  bad: z.number().int(),
  uploadedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type ImportRun = z.infer<typeof ImportRun>;

export const ImportRowProblem = z.object({
  line: z.number().int(),
  heading: z.string(),
  code: z.string(),
  message: z.string(),
});
