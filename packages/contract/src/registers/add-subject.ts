import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { FieldEntries, LinkKindName, SubjectName, SubjectNounName } from './shapes.ts';

/** Where it stands: in a home, in a building, in an area, or at a point. The narrowest given counts. */
export const SubjectPlaceInput = z.strictObject({
  homeId: z.uuid().optional(),
  buildingId: z.uuid().optional(),
  areaId: z.uuid().optional(),
  lng: z.number().min(-180).max(180).optional(),
  lat: z.number().min(-90).max(90).optional(),
});

export const addSubject = command({
  name: 'add-subject',
  module: 'registers',
  summary:
    'Enter a person, household, home, entity or thing, in the office or in the field; the same one twice is found, not made',
  input: {
    noun: SubjectNounName,
    kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    name: SubjectName,
    place: SubjectPlaceInput,
    /** Of a home: its room as printed; makes the home in the building where there is none. */
    room: z.string().trim().min(1).max(20).optional(),
    areaM2: z.number().min(1).max(100000).optional(),
    householdId: z.uuid().optional(),
    /** Relation to the head of the household (GB/T 4761). */
    relation: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
    since: Day.optional(),
    fields: FieldEntries.default([]),
    links: z
      // Guardians have their own step, with the paper: `set-guardian`.
      .array(
        z.strictObject({
          toId: z.uuid(),
          kind: LinkKindName.exclude(['guardian']),
          role: z.string().max(40).default(''),
        }),
      )
      .max(20)
      .default([]),
    source: z.enum(['office', 'field']).default('office'),
  },
  output: z.object({
    subjectId: z.uuid(),
    /** False: the identity number, credit code or room was there already, and that one was filled up. */
    isNew: z.boolean(),
    /** Others that may be the same; they wait at the merge desk. */
    likeIds: z.array(z.uuid()),
  }),
  errors: [
    'subject-elsewhere',
    'subject-gone',
    'field-restricted',
    'code-taken',
    'component-class-misfit',
    'place-outside',
    'relation-unknown',
  ],
  allow: 'registers:edit',
});
