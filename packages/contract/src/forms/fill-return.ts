import { z } from 'zod';
import { command } from '../operation.ts';
import { FillCounts } from './shapes.ts';

export const fillReturn = command({
  name: 'fill-return',
  module: 'forms',
  summary: 'Fill a return again from the registers as they are now, with answers to what is asked for this form alone',
  input: {
    returnId: z.uuid(),
    revision: z.number().int().min(1).max(1_000_000),
    answers: z
      .array(
        z.strictObject({
          rowKey: z.uuid(),
          column: z.string().min(1).max(40),
          value: z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(60)).max(60)]),
        }),
      )
      .max(200)
      .default([]),
    tookSeconds: z.number().min(0).max(36_000).optional(),
  },
  output: z.object({ revision: z.number().int(), counts: FillCounts }),
  errors: ['return-changed', 'return-closed', 'answer-invalid'],
  allow: 'forms:fill',
});
