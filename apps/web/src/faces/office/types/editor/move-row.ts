/** The rows with one of them moved a place up or down; at the ends nothing moves. */
export function moveRow<T>(rows: readonly T[], from: number, step: 1 | -1): T[] {
  const to = from + step;
  const moved = rows[from];
  const passed = rows[to];
  if (moved === undefined || passed === undefined) return [...rows];
  const copy = [...rows];
  copy[from] = passed;
  copy[to] = moved;
  return copy;
}
