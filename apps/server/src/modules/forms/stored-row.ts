/** A filled row as it is kept. */
export interface StoredRow {
  returnId: string;
  key: string;
  path: string;
  serial: number;
  cells: unknown[];
  marks: string;
  homeId: string | null;
  householdId: string | null;
}
