import { z } from 'zod';
import { command } from '../operation.ts';
import { ImportRun } from './import-run.ts';

export const steerImport = command({
  name: 'steer-import',
  module: 'imports',
  summary: 'Pause, resume or cancel a running import; what is already in stays',
  input: { importId: z.uuid(), to: z.enum(['pause', 'resume', 'cancel']) },
  output: ImportRun,
  errors: ['import-gone', 'import-not-ready'],
  allow: 'signed-in',
});
