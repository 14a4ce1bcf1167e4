import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { CaseAfter, CaseRef, caseActionErrors, FormValues, onCase, Words } from './shapes.ts';

export const openChildCase = command({
  name: 'open-child-case',
  module: 'cases',
  summary: 'A duty or finding of a case becomes a case of its own at the same place, with its unit and day',
  input: {
    ...onCase,
    typeCode: z.string().max(40),
    unitId: z.uuid(),
    words: Words,
    handleBy: Day.optional(),
    /** The form of the child's type, such as whether it is a project. */
    form: FormValues.default({}),
  },
  output: CaseAfter.extend({ child: CaseRef }),
  errors: [
    ...caseActionErrors,
    'type-not-open',
    'target-invalid',
    'about-cannot-handle',
    'day-past',
    'calendar-year-missing',
  ],
  allow: 'cases:report',
});
