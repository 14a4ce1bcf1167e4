import { z } from 'zod';
import { query } from '../operation.ts';
import { CaseFilter, caseOrders } from './filter-shapes.ts';

export const SavedView = z.object({ id: z.uuid(), name: z.string(), filter: CaseFilter, order: z.enum(caseOrders) });
export const listSavedViews = query({
  name: 'list-saved-views',
  module: 'cases',
  summary: 'My saved views of the inbox',
  input: {},
  output: z.object({ views: z.array(SavedView) }),
  allow: 'signed-in',
});
