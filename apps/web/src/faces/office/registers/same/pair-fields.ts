import type { FieldView, SubjectDetail } from '../subject/subject-detail.ts';

/** One field of two subjects side by side. */
export type PairField = {
  readonly code: string;
  readonly one: FieldView | undefined;
  readonly other: FieldView | undefined;
  /** Both known and not the same; sealed values are compared by nobody. */
  readonly differs: boolean;
};

/** Fields of which at least one side knows something; those that differ first. */
export function pairFields(one: SubjectDetail, other: SubjectDetail): readonly PairField[] {
  const [ones, others] = [one, other].map(
    (side) => new Map(side.groups.flatMap(({ fields }) => fields.map((field) => [field.code, field] as const))),
  );
  const codes = [...new Set([...(ones?.keys() ?? []), ...(others?.keys() ?? [])])];
  const rows = codes.flatMap((code): PairField[] => {
    const [left, right] = [ones?.get(code), others?.get(code)];
    const [a, b] = [left?.value ?? null, right?.value ?? null];
    if (a === null && b === null) return [];
    const isSealed = left?.masked === true || right?.masked === true;
    return [{ code, one: left, other: right, differs: !isSealed && a !== null && b !== null && a !== b }];
  });
  return [...rows.filter((row) => row.differs), ...rows.filter((row) => !row.differs)];
}

/** The values of the one that goes which are to stand in the one that stays. */
export function winningEntries(
  rows: readonly PairField[],
  wins: Readonly<Record<string, 'one' | 'other'>>,
  keep: 'one' | 'other',
): { code: string; value: string | number | boolean }[] {
  const gone = keep === 'one' ? 'other' : 'one';
  return rows.flatMap((row) => {
    const value = row[gone]?.value ?? null;
    return row.differs && wins[row.code] === gone && value !== null ? [{ code: row.code, value }] : [];
  });
}
