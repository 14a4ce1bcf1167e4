import { z } from 'zod';
import { query } from '../operation.ts';
import { QuestionView } from './shapes.ts';

export const listQuestions = query({
  name: 'list-questions',
  module: 'forms',
  summary:
    'All a committee is still asked, each thing once, with every form the one answer serves; and what is missing by form',
  input: {
    areaId: z.uuid().optional(),
    formId: z.uuid().optional(),
    after: z.object({ subjectId: z.uuid(), field: z.string().max(60) }).optional(),
    limit: z.number().int().min(1).max(100).default(50),
  },
  output: z.object({
    open: z.number().int(),
    /** Cells of open returns that these answers fill: what would be asked without them shared. */
    cells: z.number().int(),
    /** Cells that only the form itself can fill: of columns no register has, and of who has no home or household to ask of. */
    ownCells: z.number().int(),
    questions: z.array(QuestionView),
    next: z.object({ subjectId: z.uuid(), field: z.string() }).nullable(),
  }),
  allow: 'forms:fill',
});
