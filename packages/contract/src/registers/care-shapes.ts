import { z } from 'zod';
import { SubjectLine } from './shapes.ts';

const Words = z.object({ zh: z.string(), en: z.string().optional() });
export const CareClassView = z.object({
  code: z.string(),
  name: Words,
  /** Who looks after them: the department's side and the committee's or street's side. */
  departmentKind: z.string(),
  side: z.enum(['committee', 'micro-grid']),
  grades: z.array(z.object({ code: z.string(), name: Words, visitEveryDays: z.number().int().nullable() })),
});
export const CareCount = z.object({ classCode: z.string(), gradeCode: z.string(), count: z.number().int() });
export const CareRow = z.object({
  subject: SubjectLine,
  classCode: z.string(),
  gradeCode: z.string(),
  enteredAt: z.iso.datetime(),
});
export const PolicyView = z.object({
  code: z.string(),
  name: Words,
  law: z.string(),
  /** The field that says who gets it; none where nothing says so. */
  servedBy: z.string().nullable(),
});
