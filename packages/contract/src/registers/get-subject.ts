import { z } from 'zod';
import { query } from '../operation.ts';
import { LinkKindName, SubjectField, SubjectLine, SubjectRef, subjectActs } from './shapes.ts';

export const SubjectLink = z.object({
  kind: LinkKindName,
  role: z.string(),
  /** `to`: this subject is the member, owner, tenant …; `from`: the other one is. */
  direction: z.enum(['to', 'from']),
  other: SubjectRef,
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  /** Of a guardian, for who keeps the register: the paper it rests on and what was shown. Empty where none was kept. */
  guardianship: z.object({ paper: z.string(), proof: z.string() }).nullable(),
});

/** A guardian by agreement, entered and not yet confirmed: no guardian yet. */
const WaitingGuardian = z.object({
  other: SubjectRef,
  relation: z.string(),
  paper: z.string(),
  proof: z.string(),
  since: z.iso.date(),
  at: z.iso.datetime(),
  /** Entered by the reader, who may take it back and not confirm it. */
  mine: z.boolean(),
});

export const getSubject = query({
  name: 'get-subject',
  module: 'registers',
  summary:
    'One subject: its fields by group with source, age and what may be done, its links; the own one for a linked resident',
  input: { subjectId: z.uuid() },
  output: z.object({
    subject: SubjectLine.omit({ fields: true }),
    home: SubjectRef.nullable(),
    household: SubjectRef.nullable(),
    mergedInto: z.uuid().nullable(),
    groups: z.array(z.object({ group: z.string(), fields: z.array(SubjectField) })),
    links: z.array(SubjectLink),
    /** For who keeps the register. */
    waitingGuardians: z.array(WaitingGuardian),
    can: z.array(z.enum(subjectActs)),
  }),
  allow: 'signed-in',
});
