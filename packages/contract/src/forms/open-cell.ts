import { subjectNouns } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { CellView } from './shapes.ts';

const Person = z.object({ subjectId: z.uuid(), name: z.string(), value: z.number().nullable() });

export const openCell = query({
  name: 'open-cell',
  module: 'forms',
  summary:
    'What stands behind a cell: the fact of the register with its source and day, or the subjects behind a figure',
  input: {
    returnId: z.uuid(),
    rowKey: z.uuid(),
    column: z.string().min(1).max(40),
    from: z.number().int().min(0).max(1_000_000).default(0),
  },
  output: z.object({
    cell: CellView,
    fact: z
      .object({
        /** Null of a sealed value, which has no fact row. */
        id: z.string().nullable(),
        subjectId: z.uuid(),
        noun: z.enum(subjectNouns),
        field: z.string(),
        source: z.string(),
        basis: z.string(),
        law: z.string(),
        since: z.string(),
        recordedAt: z.string(),
        /** What the register says now, where it changed since. */
        changed: z.boolean(),
      })
      .nullable(),
    /** Of a figure: how many stand behind it (of a sum only where the reader may see them), their sum, and a page of them. */
    behind: z
      .object({
        count: z.number().int().nullable(),
        sum: z.number().nullable(),
        rows: z.array(Person),
        definition: z.string(),
      })
      .nullable(),
    /** The row's own entry in the registers, where the reader may open it. */
    subjectId: z.uuid().nullable(),
    /** Of a computed cell: what it was made of. */
    madeOf: z.string().nullable(),
  }),
  allow: 'forms:read',
});
