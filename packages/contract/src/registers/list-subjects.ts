import { z } from 'zod';
import { query } from '../operation.ts';
import { FieldCodeText, FieldValueShape, SubjectLine, SubjectNounName, SubjectStateName } from './shapes.ts';

/** Filters of a register, joined by "and". */
export const subjectFilter = {
  noun: SubjectNounName,
  areaId: z.uuid().optional(),
  buildingId: z.uuid().optional(),
  homeId: z.uuid().optional(),
  householdId: z.uuid().optional(),
  kind: z.string().max(40).optional(),
  states: z.array(SubjectStateName).min(1).max(5).default(['active']),
  /** The beginning of a name, any part of it within a committee's area or less; a whole identity number or telephone. */
  words: z.string().trim().min(1).max(60).optional(),
  bornFrom: z.iso.date().optional(),
  bornUntil: z.iso.date().optional(),
  /** Values that must stand; of fields the reader may not see nothing is found. */
  where: z
    .array(z.strictObject({ code: FieldCodeText, value: FieldValueShape }))
    .max(4)
    .optional(),
} as const;

export const listSubjects = query({
  name: 'list-subjects',
  module: 'registers',
  summary: 'A register: homes, households, people, entities or things in an area, filtered, ordered, paged by key',
  input: {
    ...subjectFilter,
    fields: z.array(FieldCodeText).max(8).default([]),
    order: z.enum(['name', 'changed']).default('name'),
    after: z.string().max(400).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  },
  output: z.object({ subjects: z.array(SubjectLine), next: z.string().nullable() }),
  allow: 'registers:read',
});
