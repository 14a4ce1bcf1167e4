import { z } from 'zod';
import { command } from '../operation.ts';
import { FieldEntry, FieldValueShape, SubjectName } from './shapes.ts';

export const changeFields = command({
  name: 'change-fields',
  module: 'registers',
  summary: 'Enter new values; of a field another body owns and has filled, a correction request is made instead',
  input: {
    subjectId: z.uuid(),
    /** As it was read; a change since then is refused. */
    revision: z.number().int().optional(),
    name: SubjectName.optional(),
    /** `was`: the value as it was read, none = nothing stood; where it has become another since, the field is refused as `moved-on`. */
    fields: z.array(FieldEntry.extend({ was: FieldValueShape.nullable().optional() })).max(60),
    /** Why, for what becomes a request. */
    reason: z.string().trim().max(200).default(''),
    source: z.enum(['office', 'field', 'visit']).default('office'),
    sourceId: z.uuid().optional(),
  },
  output: z.object({ changed: z.array(z.string()), asked: z.array(z.string()), revision: z.number().int() }),
  errors: [
    'field-restricted',
    'changed-meanwhile',
    'subject-gone',
    'correction-pending',
    'code-taken',
    'component-class-misfit',
  ],
  allow: 'registers:edit',
});
