import { z } from 'zod';
import { query } from '../operation.ts';
import { UnitView, unitKinds } from './shapes.ts';

export const listUnits = query({
  name: 'list-units',
  module: 'org',
  summary: 'Departments, property firms, committees and operators',
  input: { kind: z.enum(unitKinds).optional(), text: z.string().max(60).optional() },
  output: z.object({ units: z.array(UnitView) }),
  allow: 'org:read',
});
