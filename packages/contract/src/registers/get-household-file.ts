import { z } from 'zod';
import { query } from '../operation.ts';
import { SubjectField, SubjectLine, SubjectRef } from './shapes.ts';

const Fields = z.array(SubjectField);
export const FileMember = z.object({
  subject: SubjectRef,
  relation: z.string(),
  since: z.iso.date().nullable(),
  fields: Fields,
  tags: z.array(z.number().int()),
  /** Care classes with grade; none for who may not see them. */
  care: z.array(z.object({ classCode: z.string(), gradeCode: z.string() })),
  guardians: z.array(SubjectRef),
});

export const getHouseholdFile = query({
  name: 'get-household-file',
  module: 'registers',
  summary: 'All one may see of a home and those who live in it, on one page',
  input: { subjectId: z.uuid() },
  output: z.object({
    home: z.object({ subject: SubjectLine.omit({ fields: true }), fields: Fields }).nullable(),
    address: z.string(),
    owners: z.array(SubjectRef),
    tenants: z.array(SubjectRef),
    households: z.array(z.object({ subject: SubjectRef, fields: Fields, members: z.array(FileMember) })),
    /** People in the home who belong to no household of it. */
    others: z.array(FileMember),
    entities: z.array(z.object({ subject: SubjectRef, fields: Fields })),
    cases: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        typeName: z.string(),
        state: z.string(),
        open: z.boolean(),
        reportedAt: z.iso.datetime(),
      }),
    ),
  }),
  allow: 'registers:read',
});
