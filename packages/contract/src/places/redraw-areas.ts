import { z } from 'zod';
import { command } from '../operation.ts';
import { AreaGeometry, CoverageProblem, Day } from './shapes.ts';

/** Several siblings at once, because moving a border moves two of them. */
export const redrawAreas = command({
  name: 'redraw-areas',
  module: 'places',
  summary:
    'New shapes or names for areas of one parent from a day on; checked for overlaps and gaps; dryRun only checks',
  input: {
    parentId: z.uuid(),
    validFrom: Day,
    reason: z.string().trim().min(1).max(200),
    dryRun: z.boolean().default(false),
    changes: z
      .array(
        z.object({
          areaId: z.uuid(),
          /** The newest version the editor saw: a newer one by now is refused as `changed-meanwhile`. */
          seenVersion: z.number().int().min(1).optional(),
          name: z.string().trim().min(1).max(60).optional(),
          geometry: AreaGeometry.optional(),
        }),
      )
      .min(1)
      .max(60),
  },
  output: z.object({ saved: z.boolean(), problems: z.array(CoverageProblem) }),
  errors: ['areas-problem', 'changed-meanwhile'],
  allow: 'places:edit',
});
