import { guardianEndings } from '@linli/domain';
import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';

export const endGuardian = command({
  name: 'end-guardian',
  module: 'registers',
  summary:
    'A guardianship is over: the link ends on the day, and with it what the guardian’s account reads of the ward',
  input: { wardId: z.uuid(), guardianId: z.uuid(), on: Day, reason: z.enum(guardianEndings) },
  output: z.object({ wardId: z.uuid(), guardianId: z.uuid() }),
  errors: ['guardian-none', 'noun-wrong', 'event-day-wrong'],
  allow: 'registers:edit',
});
