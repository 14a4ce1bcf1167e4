import { z } from 'zod';
import { command } from '../operation.ts';

export const importPack = command({
  name: 'import-pack',
  module: 'cases',
  summary:
    'A pack of case types from YAML text, checked whole before anything is stored; a dry run only names the problems by path',
  input: { yaml: z.string().min(1).max(4_000_000), dryRun: z.boolean() },
  output: z.object({
    dryRun: z.boolean(),
    /** Null when the text is not a pack. */
    pack: z.string().nullable(),
    caseTypes: z.number().int(),
    /** Types that are new or changed: running cases keep the version they began under. */
    newVersions: z.number().int(),
    problems: z.array(z.object({ path: z.string(), code: z.string(), detail: z.string() })),
  }),
  allow: 'types:edit',
});
