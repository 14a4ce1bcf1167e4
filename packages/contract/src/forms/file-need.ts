import { subjectNouns } from '@linli/domain';
import { z } from 'zod';
import { command } from '../operation.ts';

export const fileNeed = command({
  name: 'file-need',
  module: 'forms',
  summary:
    'File a need for data of the registers: which fields of whom, for what, on which law, until when; for one’s unit or a partner',
  input: {
    unitId: z.uuid().optional(),
    partnerId: z.uuid().optional(),
    noun: z.enum(subjectNouns),
    /** CEL, as in forms; empty = all of the noun. */
    rowsWhen: z.string().trim().max(500).default(''),
    fields: z
      .array(z.string().regex(/^[a-zA-Z][a-zA-Z0-9.-]{1,59}$/))
      .min(1)
      .max(60),
    areaIds: z.array(z.uuid()).max(200).default([]),
    purpose: z.string().trim().min(4).max(400),
    law: z.string().trim().min(4).max(300),
    until: z.iso.date(),
  },
  output: z.object({ needId: z.uuid() }),
  errors: ['need-invalid', 'condition-invalid', 'need-day-past'],
  allow: 'forms:file',
});
