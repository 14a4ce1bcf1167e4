import { z } from 'zod';
import { query } from '../operation.ts';
import { unitKinds } from './shapes.ts';

export const findPublicUnits = query({
  name: 'find-public-units',
  module: 'org',
  summary: 'Units a resident may write about, by name only',
  input: {},
  output: z.object({ units: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(unitKinds) })) }),
  allow: 'anyone',
});
