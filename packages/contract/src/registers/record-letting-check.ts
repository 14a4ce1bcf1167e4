import { lettingFaultCodes } from '@linli/domain';
import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';

export const recordLettingCheck = command({
  name: 'record-letting-check',
  module: 'registers',
  summary: 'A let home was looked at against the letting standards: what fails, and by when it has to be mended',
  input: {
    homeId: z.uuid(),
    on: Day,
    failed: z.array(z.enum(lettingFaultCodes)).max(lettingFaultCodes.length),
    /** Needed where something fails: looked at again by then. */
    mendBy: Day.optional(),
    source: z.enum(['office', 'field']).default('office'),
  },
  output: z.object({ checkId: z.uuid(), state: z.enum(['passed', 'mending']) }),
  errors: ['subject-gone', 'noun-wrong', 'event-day-wrong', 'home-not-let', 'mend-day-wrong', 'field-restricted'],
  allow: 'registers:edit',
});
