import { z } from 'zod';
import { command } from '../operation.ts';
import { Day, ImportResult } from './shapes.ts';

export const importPlaceList = command({
  name: 'import-place-list',
  module: 'places',
  summary:
    'Areas known only by name, from CSV with the columns code, name, parent_code, level, kind, population, population_source, population_year; a level 1 row is a site; a dry run names every bad row',
  input: { csv: z.string().max(8_000_000), validFrom: Day, dryRun: z.boolean() },
  output: ImportResult,
  allow: 'places:edit',
});
