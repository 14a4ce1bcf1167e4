import { attendanceStatuses } from '@linli/domain';
import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import {
  CaseAfter,
  CaseRef,
  caseActionErrors,
  FormValues,
  MoreWords,
  onCase,
  Photos,
  StageKey,
  Words,
} from './shapes.ts';

/** A duty fixed at a stage: becomes a case of its own with its unit and day. */
export const Duty = z.object({ unitId: z.uuid(), words: Words, handleBy: Day });

export const advanceCase = command({
  name: 'advance-case',
  module: 'cases',
  summary:
    'Take one way out of the stage the case stands at, with its form, papers, who came and what was agreed; duties become cases',
  input: {
    ...onCase,
    stage: StageKey,
    outcome: StageKey,
    form: FormValues.default({}),
    words: MoreWords,
    photos: Photos,
    attendance: z
      .array(z.object({ unitId: z.uuid(), status: z.enum(attendanceStatuses) }))
      .max(20)
      .default([]),
    duties: z.array(Duty).max(20).default([]),
  },
  output: CaseAfter.extend({ children: z.array(CaseRef) }),
  errors: [
    ...caseActionErrors,
    'stage-changed',
    'outcome-unknown',
    'second-person-needed',
    'words-needed',
    'evidence-missing',
    'attendance-invalid',
    'children-open',
    'child-missing',
    'parties-unsigned',
    'signature-refused',
    'file-incomplete',
    'mediator-busy',
    'room-busy',
    'parts-unfinished',
    'parts-missing',
    'form-incomplete',
    'about-cannot-handle',
    'day-past',
    'duty-not-asked',
    'callers-unanswered',
    'type-not-open',
    'target-invalid',
  ],
  allow: 'signed-in',
});
