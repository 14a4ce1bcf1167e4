import { z } from 'zod';
import { command } from '../operation.ts';
import { Lat, Lng } from '../places/shapes.ts';
import { CaseStateName, FormValues, results, Words } from './shapes.ts';

const Short = z.string().trim().max(80);

/** A case that ran its course elsewhere. Its instants are the source's; deadlines are computed by this product's own rules. */
export const importCase = command({
  name: 'import-case',
  module: 'cases',
  summary:
    'Take over a case of another system with its own times; the same external id of a source is one case for ever',
  input: {
    source: z.object({
      /** Names the other system; with `externalId` unique in the site. */
      system: Short.min(1),
      externalId: Short.min(1),
      status: Short.default(''),
      channel: Short.default(''),
      /** What the source had promised; kept with the report, never used for our deadlines. */
      dueAt: z.iso.datetime().nullable().default(null),
    }),
    typeCode: z.string().max(40),
    /** The area by id; a point, where there is one, is kept as it is and decides nothing. */
    areaId: z.uuid(),
    point: z.object({ lng: Lng, lat: Lat }).nullable().default(null),
    address: z.string().trim().max(200).default(''),
    words: Words,
    form: FormValues.default({}),
    /** Who had it there, as a unit here; left out = where the type's rules point. */
    unitId: z.uuid().optional(),
    reportedAt: z.iso.datetime(),
    /** Null = still open. `declined` covers what the source closed without handling: doubles, transfers. */
    closed: z
      .object({ at: z.iso.datetime(), outcome: z.enum([...results, 'declined']), words: Words })
      .nullable()
      .default(null),
  },
  output: z.object({
    caseId: z.uuid(),
    number: z.string(),
    state: CaseStateName,
    /** False when this external id was there before: nothing was written. */
    added: z.boolean(),
    /** The overall deadline by our rules, and whether it was kept; null where the type has none or it is not yet said. */
    dueAt: z.iso.datetime().nullable(),
    onTime: z.boolean().nullable(),
  }),
  errors: [
    'about-cannot-handle',
    'reporter-not-allowed',
    'type-not-open',
    'target-invalid',
    'evidence-missing',
    'checklist-incomplete',
    'calendar-year-missing',
  ],
  allow: 'cases:desk',
});
