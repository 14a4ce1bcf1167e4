import { z } from 'zod';
import { query } from '../operation.ts';
import { AreaGroup } from './shapes.ts';

export const listAreaGroups = query({
  name: 'list-area-groups',
  module: 'places',
  summary: 'Joint communities: residential areas with one queue and one set of figures',
  input: {},
  output: z.object({ groups: z.array(AreaGroup) }),
  allow: 'places:read',
});
