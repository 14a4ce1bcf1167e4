import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseStateName, FormValues, Photos, PlaceInput } from './shapes.ts';

export const reportCase = command({
  name: 'report-case',
  module: 'cases',
  summary: 'Report something; answers with the number, who has it and until when it is promised',
  input: {
    typeCode: z.string().max(40),
    words: z.string().trim().min(2).max(2000),
    place: PlaceInput.nullable().default(null),
    areaId: z.uuid().optional(),
    form: FormValues.default({}),
    photos: Photos,
    urgent: z.boolean().default(false),
    visibility: z.enum(['public', 'private']).optional(),
    anonymous: z.boolean().default(false),
    /** The themed call it answers. */
    callId: z.uuid().optional(),
    /** A worker in the field may set when it was seen, offline; never in the future, at most 7 days back. */
    seenAt: z.iso.datetime().optional(),
  },
  output: z.object({
    caseId: z.uuid(),
    number: z.string(),
    state: CaseStateName,
    holder: z.string().nullable(),
    ruleLabel: z.string().nullable(),
    promisedAt: z.iso.datetime().nullable(),
    areaName: z.string(),
  }),
  errors: [
    'reporter-not-allowed',
    'type-not-open',
    'place-needed',
    'place-outside',
    'evidence-missing',
    'call-not-open',
    'calendar-year-missing',
  ],
  allow: 'anyone',
});
