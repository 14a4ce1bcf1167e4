import { z } from 'zod';
import { query } from '../../operation.ts';
import { TagExportView } from './tag-shapes.ts';

export const listTagExports = query({
  name: 'list-tag-exports',
  module: 'registers',
  summary: 'Lists asked for by the reader or waiting for them, newest first',
  input: {},
  output: z.object({ exports: z.array(TagExportView) }),
  allow: 'tags:export',
});
