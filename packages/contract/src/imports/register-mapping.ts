import { registerFields, type SubjectNoun, subjectNouns } from '@linli/domain';
import { z } from 'zod';
import { ImportMapping } from './shapes.ts';

/** What the rows of a table are: orders that become cases, or entries of one register. */
export const importKinds = ['orders', ...subjectNouns] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a column of a register's table can mean besides a field of the whitelist. */
export const registerColumns = [
  'name',
  'kind',
  'address',
  'building',
  'room',
  'homeNo',
  'area',
  'lng',
  'lat',
  'documentKind',
  'household',
  'relation',
] as const;
export type RegisterColumn = (typeof registerColumns)[number];

const columnsOf: Readonly<Record<SubjectNoun, readonly RegisterColumn[]>> = {
  person: ['name', 'documentKind', 'address', 'building', 'room', 'homeNo', 'area', 'household', 'relation'],
  household: ['name', 'address', 'building', 'room', 'homeNo', 'household'],
  home: ['address', 'building', 'room'],
  entity: ['name', 'kind', 'address', 'building', 'area', 'lng', 'lat'],
  asset: ['name', 'kind', 'address', 'building', 'area', 'lng', 'lat'],
};

/** `name`, `address` … and `field.<code>` for every field of the noun's whitelist. */
export function registerTargets(noun: SubjectNoun): string[] {
  const fields = registerFields.filter((field) => field.noun === noun);
  return [...columnsOf[noun], ...fields.map(({ code }) => `field.${code}`)];
}

const Target = z.string().regex(/^(?:field\.)?[a-zA-Z][a-zA-Z0-9]{0,39}$/);

/** How a table of a register is read; saved under a name and used again. */
export const RegisterMapping = z.strictObject({
  noun: z.enum(subjectNouns),
  name: z.string().trim().min(1).max(60),
  columns: z.array(z.strictObject({ heading: z.string().trim().min(1).max(80), to: Target })).max(120),
  /** What the table writes → what it is here: codes of fields, other names of buildings, lanes (`address`) and areas. */
  values: z
    .array(z.strictObject({ to: Target, from: z.string().trim().max(200), value: z.string().max(200) }))
    .max(2000)
    .default([]),
  /** Of shops, firms and things, where no column says one. */
  kind: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .default('other'),
  /** A place nobody knows: name the row as bad, or enter it at the area of the import and name it for the desk. */
  unknownPlace: z.enum(['bad', 'keep']).default('bad'),
  /** `test` lets numbers with wrong check digits and telephones of no operator in: invented people, in demonstrations only. */
  checkDigit: z.enum(['strict', 'test']).default('strict'),
});
export type RegisterMapping = z.infer<typeof RegisterMapping>;

/** The mapping of any import. */
export const AnyMapping = z.union([ImportMapping, RegisterMapping]);
export type AnyMapping = z.infer<typeof AnyMapping>;

export function isRegisterMapping(mapping: AnyMapping): mapping is RegisterMapping {
  return 'noun' in mapping;
}
