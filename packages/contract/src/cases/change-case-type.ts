import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, FormValues, onCase, Words } from './shapes.ts';

export const changeCaseType = command({
  name: 'change-case-type',
  module: 'cases',
  summary:
    'Found to be of another kind before anybody works on it: with that kind’s form, clocks counted again from the report, and a reason',
  input: { ...onCase, typeCode: z.string().min(1).max(40), form: FormValues.default({}), reason: Words },
  output: CaseAfter,
  errors: [
    ...caseActionErrors,
    'type-not-open',
    'reporter-not-allowed',
    'place-needed',
    'calendar-year-missing',
    'case-shared',
  ],
  allow: 'cases:desk',
});
