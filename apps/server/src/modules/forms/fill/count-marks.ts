import { type CellMark, cellMarks } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';

/** Not counted at all: may be empty, or its person wants it no more used. */
const uncounted: readonly CellMark[] = ['blank', 'restricted'];
const lacking: readonly CellMark[] = ['missing', 'gap'];

/** How many cells of a row are what, from the letters in `marks`. */
export const markCounts = {
  cells: countBut(uncounted),
  filled: countBut([...uncounted, ...lacking, 'unknown']),
  stale: countOf(['stale']),
  missing: countOf(lacking),
  /** Missing, and somebody can be asked. */
  asked: countOf(['missing']),
  unknown: countOf(['unknown']),
} as const;

/** Column `at` (from 0): is it filled, is it counted? */
export function markAt(at: number): { filled: RawBuilder<boolean>; counted: RawBuilder<boolean> } {
  const letter = sql`substr(marks, ${at + 1}, 1)`;
  const isIn = (marks: readonly CellMark[]) => sql<boolean>`${letter} = any(${[...lettersOf(marks)]}::text[])`;
  return {
    filled: sql<boolean>`not ${isIn([...uncounted, ...lacking, 'unknown'])}`,
    counted: sql<boolean>`not ${isIn(uncounted)}`,
  };
}

function countOf(marks: readonly CellMark[]): RawBuilder<number> {
  return countBut(Object.values(cellMarks).filter((mark) => !marks.includes(mark)));
}

function countBut(marks: readonly CellMark[]): RawBuilder<number> {
  return sql<number>`length(translate(marks, ${sql.lit(lettersOf(marks))}, ''))`;
}

function lettersOf(marks: readonly CellMark[]): string {
  return Object.entries(cellMarks)
    .flatMap(([letter, mark]) => (marks.includes(mark) ? [letter] : []))
    .join('');
}
