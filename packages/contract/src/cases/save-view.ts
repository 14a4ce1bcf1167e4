import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseFilter, caseOrders } from './filter-shapes.ts';

export const saveView = command({
  name: 'save-view',
  module: 'cases',
  summary: 'Keep a filter and order under a name; the same name replaces it',
  input: { name: z.string().trim().min(1).max(30), filter: CaseFilter, order: z.enum(caseOrders) },
  output: z.object({ viewId: z.uuid() }),
  allow: 'signed-in',
});
