import { z } from 'zod';
import { command } from '../operation.ts';
import { ImportRun } from './import-run.ts';
import { AnyMapping } from './register-mapping.ts';

export const startImport = command({
  name: 'start-import',
  module: 'imports',
  summary:
    'A dry run over an uploaded table that names every bad row, or, after one, the import itself; both run in the background',
  input: {
    importId: z.uuid(),
    /** The dry run's mapping; the import uses the one that was checked. */
    mapping: AnyMapping.optional(),
    dryRun: z.boolean(),
  },
  output: ImportRun,
  errors: ['import-gone', 'import-not-ready', 'mapping-incomplete', 'checks-not-lowered'],
  allow: 'signed-in',
});
