import { results } from '@linli/contract';
import { attendanceStatuses, clockNames, exclusionGrounds, LocalText, partAnswers } from '@linli/domain';
import { z } from 'zod';

// What a step may carry that the story tells; anything else, or of another shape, is left out.
const shape = {
  target: z.object({ unitId: z.string().optional(), ruleKey: z.string().optional() }).optional().catch(undefined),
  rightUnit: z.string().optional().catch(undefined),
  result: z.enum(results).optional().catch(undefined),
  score: z.number().optional().catch(undefined),
  clock: z.enum(clockNames).optional().catch(undefined),
  reached: z.boolean().optional().catch(undefined),
  /** Of an extension: how much more, in the unit of the handling deadline. */
  amount: z.number().optional().catch(undefined),
  /** Of a step of the procedure. */
  stage: z.string().optional().catch(undefined),
  outcome: z.string().optional().catch(undefined),
  /** Of a meeting: who came, and that too many absences made it supervised. */
  attendance: z
    .array(z.object({ unitId: z.string(), status: z.enum(attendanceStatuses) }))
    .optional()
    .catch(undefined),
  supervise: z.boolean().optional().catch(undefined),
  /** Of a unit’s answer, and of a case made of this one. */
  unitId: z.string().optional().catch(undefined),
  answer: z.enum(partAnswers).optional().catch(undefined),
  /** Of another kind: from which to which. */
  fromType: LocalText.optional().catch(undefined),
  toType: LocalText.optional().catch(undefined),
  ground: z.enum(exclusionGrounds).optional().catch(undefined),
};
const StoryData = z.object(shape);
export type StoryData = z.infer<typeof StoryData>;

/** Reads what one step of a story carries; never fails. */
export function readStoryData(data: Readonly<Record<string, unknown>>): StoryData {
  return StoryData.parse(data);
}
