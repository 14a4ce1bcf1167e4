import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { command } from '../operation.ts';
import { PlacedProblem, TypeMatches, TypeTrial } from './type-shapes.ts';

export const importPack = command({
  name: 'import-pack',
  module: 'cases',
  summary:
    'A pack of case types from YAML text, checked whole before anything is stored; a dry run names every problem with its line and shows what it would change',
  input: {
    yaml: z.string().min(1).max(4_000_000),
    dryRun: z.boolean(),
    /** A pack met for the first time takes reports at once, or waits to be switched on. */
    switchOn: z.boolean().default(true),
  },
  output: z.object({
    dryRun: z.boolean(),
    /** Null when the text is not a pack. */
    pack: z.string().nullable(),
    caseTypes: z.number().int(),
    /** Types that are new or changed: running cases keep the version they began under. */
    newVersions: z.number().int(),
    problems: z.array(PlacedProblem),
    /** Of a dry run without problems: what would become of each type. */
    types: z.array(
      z.object({
        code: z.string(),
        name: LocalText,
        /** `over-own`: the version in force was edited here and would be replaced. */
        change: z.enum(['new', 'changed', 'same', 'over-own']),
        /** Of a changed type, while there are at most 20 of them. */
        trial: TypeTrial.nullable(),
        /** Of a new type. */
        matches: TypeMatches.nullable(),
      }),
    ),
  }),
  allow: 'types:edit',
});
