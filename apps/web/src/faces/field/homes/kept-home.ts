import type { getHouseholdFile, OutputOf } from '@linli/contract';

type File = OutputOf<typeof getHouseholdFile>;
type FileField = File['others'][number]['fields'][number];

/** A field as it lies on the phone: what one needs at the door, and no more. */
export type KeptField = Pick<FileField, 'code' | 'value' | 'daysStale'> & { readonly edit: 'change' | 'ask' | null };
export type KeptPerson = {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly fields: readonly KeptField[];
};
export type KeptHome = {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly KeptField[];
  readonly households: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly KeptPerson[];
};

/** The file of a home, cut down to what may lie on a phone: no sealed numbers, nothing sensitive, no tags, no care. */
export function keptHome(file: File): KeptHome | null {
  if (file.home === null) return null;
  const members = [...file.households.flatMap((household) => household.members), ...file.others];
  return {
    id: file.home.subject.id,
    name: file.home.subject.name,
    fields: file.home.fields.flatMap(keptField),
    households: file.households.map(({ subject }) => ({ id: subject.id, name: subject.name })),
    people: members.map(({ subject, relation, fields }) => ({
      id: subject.id,
      name: subject.name,
      relation,
      fields: fields.flatMap(keptField),
    })),
  };
}

function keptField({ code, value, masked, level, daysStale, can }: FileField): KeptField[] {
  return masked || level === 4 ? [] : [{ code, value, daysStale, edit: can.edit }];
}
