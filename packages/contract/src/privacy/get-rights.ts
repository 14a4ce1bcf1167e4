import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { RightsOutcomeName, RightsRequestView } from './shapes.ts';

export const getRights = query({
  name: 'get-rights',
  module: 'privacy',
  summary: 'One request at the desk, with what an answer would do; names and values stay masked',
  input: { rightsId: z.uuid() },
  output: RightsRequestView.extend({
    /** Name with all but the surname masked; none where nobody of the register is meant. */
    subjectName: z.string().nullable(),
    askerName: z.string(),
    /** Of a deletion: what would be deleted, what the law wants kept, and the only true answer. */
    plan: z
      .object({
        erase: z.array(LocalText),
        restrict: z.array(LocalText),
        outcome: RightsOutcomeName.nullable(),
      })
      .nullable(),
    /** Fields this request took out of use and that still are. */
    restricted: z.array(z.object({ code: z.string(), label: LocalText })),
  }),
  allow: 'privacy:desk',
});
