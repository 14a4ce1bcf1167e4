import { linkKinds, subjectNouns, subjectStates } from '@linli/domain';
import { z } from 'zod';
import { AreaRef } from '../places/shapes.ts';

export const SubjectNounName = z.enum(subjectNouns);
export const SubjectStateName = z.enum(subjectStates);
export const LinkKindName = z.enum(linkKinds);
export const FieldCodeText = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/);
export const FieldValueShape = z.union([z.string().max(200), z.number(), z.boolean()]);
/** What somebody may do with a subject, for buttons; each is checked again when it is done. */
export const subjectActs = ['change', 'confirm', 'reveal', 'die', 'move', 'end', 'split', 'join', 'link'] as const;

/** A subject as lists and links show it. A name the reader may not read in full is masked. */
export const SubjectRef = z.object({
  id: z.uuid(),
  noun: SubjectNounName,
  kind: z.string(),
  name: z.string(),
  nameMasked: z.boolean(),
  state: SubjectStateName,
});

export const SubjectLine = SubjectRef.extend({
  areas: z.array(AreaRef),
  /** Of a person, household or entity: where it is, as the home's own name. */
  homeName: z.string().nullable(),
  homeId: z.uuid().nullable(),
  householdId: z.uuid().nullable(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  revision: z.number().int(),
  tags: z.array(z.number().int()),
  /** The fields asked for that the reader may see and that have a value; sealed ones are never in lists. */
  fields: z.record(z.string(), FieldValueShape),
});

/** One field of a subject with where its value comes from. `value` is none when nothing is known; masked sealed values are text. */
export const SubjectField = z.object({
  code: z.string(),
  value: FieldValueShape.nullable(),
  masked: z.boolean(),
  source: z.string().nullable(),
  sourceId: z.uuid().nullable(),
  since: z.iso.date().nullable(),
  basis: z.string(),
  law: z.string(),
  owner: z.string(),
  level: z.number().int(),
  recordedAt: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  /** Days past the time after which a value must be asked again; 0 when fresh. */
  daysStale: z.number().int(),
  /** `change`: entered at once; `ask`: another body owns it and has said something, so it becomes a request. */
  can: z.object({ edit: z.enum(['change', 'ask']).nullable(), reveal: z.boolean() }),
});

/** A new value in a form: none takes the value away. Identity numbers name the kind of paper. */
export const FieldEntry = z.strictObject({
  code: FieldCodeText,
  value: FieldValueShape.nullable(),
  documentKind: z.string().max(40).optional(),
  since: z.iso.date().optional(),
});
export const FieldEntries = z.array(FieldEntry).max(60);

export const Correction = z.object({
  id: z.uuid(),
  /** In full for the unit that has to answer, until it has. */
  subject: SubjectRef,
  homeName: z.string().nullable(),
  field: z.string(),
  was: FieldValueShape.nullable(),
  value: FieldValueShape.nullable(),
  reason: z.string(),
  owner: z.string(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  state: z.enum(['open', 'accepted', 'refused']),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  answer: z.string().nullable(),
  /** `place`: who leads the place decides; `unit`: only the owner's own unit; `relayed`: the place enters what the owner answered. */
  answerOf: z.enum(['place', 'unit', 'relayed']),
  mayDecide: z.boolean(),
});

/** Names may hold rare characters and the dots of names in other tongues. */
export const SubjectName = z.string().trim().min(1).max(60);
export const EventWords = z.string().trim().max(200).default('');
