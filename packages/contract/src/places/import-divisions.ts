import { z } from 'zod';
import { command } from '../operation.ts';
import { Day, ImportResult } from './shapes.ts';

export const importDivisions = command({
  name: 'import-divisions',
  module: 'places',
  summary: 'Streets and committees from a divisions CSV (12-digit codes); a dry run names every bad row',
  input: { csv: z.string().max(8_000_000), validFrom: Day, dryRun: z.boolean() },
  output: ImportResult,
  allow: 'places:edit',
});
