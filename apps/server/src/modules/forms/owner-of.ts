/** Whose field a column is: the row's own subject, its home or its household; null where it has none. */
export function ownerOf(
  of: 'self' | 'home' | 'household',
  noun: string | null,
  row: { key: string; homeId: string | null; householdId: string | null },
): string | null {
  if (of === 'self' || of === noun) return row.key;
  return of === 'home' ? row.homeId : row.householdId;
}
