import { z } from 'zod';
import { query } from '../operation.ts';
import { CaseDetail } from './shapes.ts';

export const getCase = query({
  name: 'get-case',
  module: 'cases',
  summary: 'One case as a story, with clocks, photos and what the reader can do; public cases need no session',
  input: { caseId: z.uuid() },
  output: CaseDetail,
  allow: 'anyone',
});
