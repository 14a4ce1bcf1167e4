import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { EventWords, FieldEntries, SubjectName } from './shapes.ts';

export const moveIn = command({
  name: 'move-in',
  module: 'registers',
  summary: 'Somebody moves into a home: found by identity number where they are known, entered where not',
  input: {
    homeId: z.uuid(),
    name: SubjectName,
    householdId: z.uuid().optional(),
    relation: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
    as: z.enum(['member', 'tenant']).default('member'),
    fields: FieldEntries.default([]),
    on: Day,
    words: EventWords,
    source: z.enum(['office', 'field']).default('office'),
  },
  output: z.object({
    subjectId: z.uuid(),
    householdId: z.uuid().nullable(),
    isNew: z.boolean(),
    likeIds: z.array(z.uuid()),
  }),
  errors: ['event-day-wrong', 'subject-elsewhere', 'subject-gone', 'relation-unknown', 'same-home'],
  allow: 'registers:edit',
});
