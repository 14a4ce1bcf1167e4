import { guardianPapers, guardianRelations } from '@linli/domain';
import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';

/**
 * One person of the register becomes guardian of another. Minors: Civil Code art. 27; adults without full capacity: art. 28, by judgment or
 * appointment, or art. 33 by their own agreement, which waits for a second person (`decide-guardian`). Undone by `end-guardian`. The guardian's linked account reads the ward from then on.
 */
export const setGuardian = command({
  name: 'set-guardian',
  module: 'registers',
  summary: 'At the desk: a person becomes guardian of a minor, or of an adult by judgment, appointment or agreement',
  input: {
    wardId: z.uuid(),
    guardianId: z.uuid(),
    relation: z.enum(guardianRelations),
    paper: z.enum(guardianPapers),
    /** What was shown, in words: of an adult ward the paper by its number. */
    proof: z.string().trim().min(4).max(200),
    since: Day,
  },
  /** `waits`: nothing follows from it until somebody else confirms it. */
  output: z.object({ wardId: z.uuid(), guardianId: z.uuid(), waits: z.boolean() }),
  errors: [
    'guardian-unfit',
    'guardian-not-justified',
    'guardian-circular',
    'guardian-known',
    'guardian-waits',
    'guardian-too-many',
    'subject-gone',
    'noun-wrong',
    'event-day-wrong',
  ],
  allow: 'registers:edit',
});
