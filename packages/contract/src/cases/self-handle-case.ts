import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, FormValues, Photos, PlaceInput, Words } from './shapes.ts';

export const selfHandleCase = command({
  name: 'self-handle-case',
  module: 'cases',
  summary: 'A worker saw it and solved it on the spot: report and handle in one go, checked by sample',
  input: {
    typeCode: z.string().max(40),
    words: Words,
    place: PlaceInput,
    form: FormValues.default({}),
    before: Photos,
    after: Photos,
    done: Words,
    seenAt: z.iso.datetime().optional(),
  },
  output: CaseAfter,
  errors: [
    'self-handle-off',
    'checklist-incomplete',
    'reporter-not-allowed',
    'type-not-open',
    'place-outside',
    'evidence-missing',
    'calendar-year-missing',
  ],
  allow: 'cases:handle',
});
