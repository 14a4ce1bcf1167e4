import { z } from 'zod';
import { query } from '../operation.ts';
import { AreaRef } from '../places/shapes.ts';
import { PolicyView } from './care-shapes.ts';
import { SubjectLine } from './shapes.ts';

const n = z.number().int();
export const ElderlyFigures = z.object({
  people: n,
  over60: n,
  over80: n,
  over100: n,
  alone: n,
  emptyNest: n,
  allElderly: n,
  /** People by ability level of GB/T 42195, 0 to 4; those not assessed are in none. */
  ability: z.array(n).length(5),
  meals: n,
  homeCare: n,
  emergencyButton: n,
  homeAdapted: n,
});

export const getElderly = query({
  name: 'get-elderly',
  module: 'registers',
  summary:
    'Older people by area, institutions and facilities, and for each policy how many are entitled, get it, or do not yet',
  input: { areaId: z.uuid().optional() },
  output: z.object({
    total: ElderlyFigures,
    areas: z.array(z.object({ area: AreaRef, figures: ElderlyFigures })),
    policies: z.array(z.object({ policy: PolicyView, entitled: n, served: n, notYet: n })),
    facilities: z.array(SubjectLine),
  }),
  allow: 'registers:care',
});
