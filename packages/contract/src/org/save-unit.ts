import { z } from 'zod';
import { command } from '../operation.ts';
import { PublicPhone, unitKinds } from './shapes.ts';

export const saveUnit = command({
  name: 'save-unit',
  module: 'org',
  summary: 'Add a unit, or change its name, areas or whether it is active',
  input: {
    unitId: z.uuid().optional(),
    /** The name dispatch rules know it by, such as `unit-police`; kept when left out. */
    key: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,39}$/)
      .optional(),
    name: z.string().trim().min(2).max(60),
    kind: z.enum(unitKinds),
    areaIds: z.array(z.uuid()).max(300),
    active: z.boolean().default(true),
    /** Told to everybody; kept when left out, removed with null. */
    phone: PublicPhone.nullable().optional(),
  },
  output: z.object({ unitId: z.uuid() }),
  allow: 'org:edit',
});
