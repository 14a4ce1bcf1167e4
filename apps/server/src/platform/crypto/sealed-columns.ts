/** A column of sealed bytes: what a rotation re-encrypts. */
export type SealedColumn = {
  table: string;
  /** Primary key, with the types to cast to. */
  key: readonly { column: string; type: 'uuid' | 'text' | 'integer' }[];
  column: string;
  /** Where the column is jsonb: the name under which the bytes stand, in base64. Rows without it are left out. */
  jsonName?: string;
  context: string;
  /** Rows of this context only, where one column holds several. */
  where?: string;
  /** The hash beside it, where it can be made again from the text: context, column, and what of the text is hashed. */
  hash?: { column: string; context: string; hashedText(text: string, kind: string): string; kindColumn?: string };
};

const id = [{ column: 'id', type: 'uuid' }] as const;
const asIs = (text: string) => text;

const secretKey = [
  { column: 'subject_id', type: 'uuid' },
  { column: 'field', type: 'text' },
] as const;

const subjectSecret = (
  context: string,
  where: string,
  hashedText: (text: string, kind: string) => string,
): SealedColumn => ({
  table: 'subject_secret',
  key: secretKey,
  column: 'sealed',
  context,
  where,
  hash: { column: 'hash', context, hashedText, kindColumn: 'kind' },
});

/** What a correction asks for of a sealed field. It is looked up by nothing: no hash. */
const correctedSecret = (context: string, where: string): SealedColumn => ({
  table: 'correction',
  key: id,
  column: 'value',
  jsonName: 'sealed',
  context,
  where,
});

const isPhone = `field in ('phone', 'emergencyPhone', 'ownerPhone', 'keeperPhone')`;

/** Every column that holds sealed bytes. A test compares it with db/schema.sql, another with the contexts named in the code. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'credential',
    key: [{ column: 'account_id', type: 'uuid' }],
    column: 'phone_encrypted',
    context: 'phone',
    hash: { column: 'phone_hash', context: 'phone', hashedText: asIs },
  },
  { table: 'case_caller', key: id, column: 'name_encrypted', context: 'caller.name' },
  {
    table: 'case_caller',
    key: id,
    column: 'phone_encrypted',
    context: 'caller.phone',
    hash: {
      column: 'phone_hash',
      context: 'caller.phone',
      hashedText: (phone) => phone.normalize('NFKC').replace(/[^0-9+]/g, ''),
    },
  },
  {
    table: 'import_row',
    key: [
      { column: 'run_id', type: 'uuid' },
      { column: 'n', type: 'integer' },
    ],
    column: 'sealed',
    context: 'import.row',
  },
  {
    table: 'partner_key',
    key: [{ column: 'site_id', type: 'uuid' }],
    column: 'private_key_encrypted',
    context: 'partner.private-key',
  },
  // A Hong Kong or Macao permit is looked up without the two digits that count its re-issues.
  subjectSecret('register.idNumber', `field = 'idNumber'`, (text, kind) =>
    kind === 'hk-macao-travel-permit' ? text.slice(0, 9) : text,
  ),
  subjectSecret('register.phone', isPhone, asIs),
  { table: 'restricted_value', key: secretKey, column: 'sealed', context: 'register.restricted' },
  { table: 'rights_request', key: id, column: 'wanted_sealed', context: 'rights.wanted' },
  subjectSecret('register.disabilityCertificate', `field = 'disabilityCertificate'`, asIs),
  correctedSecret('register.idNumber', `field = 'idNumber'`),
  correctedSecret('register.phone', isPhone),
  correctedSecret('register.disabilityCertificate', `field = 'disabilityCertificate'`),
];

/** Contexts that only hash: nothing of theirs is kept in a form that could be read again. */
const hashOnlyContexts: readonly string[] = [
  'phone-code',
  'sign-in-try',
  'case.invitation',
  'import.order',
  'import.register',
];

export const sealedContexts: readonly string[] = [...new Set(sealedColumns.map((column) => column.context))];
export const lookupContexts: readonly string[] = [
  ...new Set([...sealedColumns.flatMap((column) => column.hash?.context ?? []), ...hashOnlyContexts]),
];
