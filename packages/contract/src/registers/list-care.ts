import { z } from 'zod';
import { query } from '../operation.ts';
import { CareClassView, CareRow } from './care-shapes.ts';

export const listCare = query({
  name: 'list-care',
  module: 'registers',
  summary: 'Who is in a care class in an area, by grade; and the classes there are',
  input: {
    areaId: z.uuid().optional(),
    classCode: z.string().max(40).optional(),
    gradeCode: z.string().max(40).optional(),
    after: z.string().max(400).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  },
  output: z.object({ classes: z.array(CareClassView), people: z.array(CareRow), next: z.string().nullable() }),
  allow: 'registers:care',
});
