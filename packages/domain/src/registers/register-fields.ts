import { personFields } from './fields/person-fields.ts';
import { placeFields } from './fields/place-fields.ts';
import type { RegisterField, SubjectNoun } from './register-field.ts';

/**
 * The whitelist: every field a register may hold, closed. Religion, petitioning, scores of people, faces and movements are not in it
 * and cannot be added as data: a new field is a change of this list, read in review.
 */
export const registerFields: readonly RegisterField[] = [...personFields, ...placeFields];

const byCode = new Map(registerFields.map((field) => [`${field.noun}.${field.code}`, field]));

export function findRegisterField(noun: SubjectNoun, code: string): RegisterField | undefined {
  return byCode.get(`${noun}.${code}`);
}

export function fieldsOfNoun(noun: SubjectNoun): readonly RegisterField[] {
  return registerFields.filter((field) => field.noun === noun);
}
