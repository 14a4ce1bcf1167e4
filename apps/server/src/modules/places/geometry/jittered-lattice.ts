import type { Polygon, Position } from '@linli/domain';

export type LatticeSize = { columns: number; rows: number; seed: number; bendsPerEdge: number; cellDegrees: number };

const southWest: Position = [121.2, 30.9];

/**
 * Made-up areas for tests and benches: a lattice with shaken corners and bent edges, neighbours sharing every position.
 * Together the cells cover their ground without gap or overlap. The same seed gives the same cells, row by row.
 */
export function buildJitteredLattice(size: LatticeSize): { id: string; name: string; polygon: Polygon }[] {
  const cells: { id: string; name: string; polygon: Polygon }[] = [];
  for (let row = 0; row < size.rows; row += 1) {
    for (let column = 0; column < size.columns; column += 1) {
      const ring = latticeRing(size, column, row, 1, 1);
      const id = `cell-${String(row).padStart(4, '0')}-${String(column).padStart(4, '0')}`;
      cells.push({ id, name: `Cell ${row}/${column}`, polygon: { type: 'Polygon', coordinates: [ring] } });
    }
  }
  return cells;
}

/** The outer edge of the whole lattice, position for position that of its cells. */
export function latticeOutline(size: LatticeSize): Polygon {
  return { type: 'Polygon', coordinates: [latticeRing(size, 0, 0, size.columns, size.rows)] };
}

function latticeRing(size: LatticeSize, column: number, row: number, width: number, height: number): Position[] {
  const corners: [number, number][] = [[column, row]];
  for (let i = 1; i <= width; i += 1) corners.push([column + i, row]);
  for (let i = 1; i <= height; i += 1) corners.push([column + width, row + i]);
  for (let i = 1; i <= width; i += 1) corners.push([column + width - i, row + height]);
  for (let i = 1; i <= height; i += 1) corners.push([column, row + height - i]);
  const ring = [latticeCorner(size, column, row)];
  corners.forEach(([toColumn, toRow], index) => {
    const [fromColumn, fromRow] = corners[index - 1] ?? [toColumn, toRow];
    if (index > 0) ring.push(...latticeEdge(size, fromColumn, fromRow, toColumn, toRow));
  });
  return ring;
}

/** The positions after the first corner up to the second; the same numbers whichever way it is walked. */
function latticeEdge(size: LatticeSize, column: number, row: number, toColumn: number, toRow: number): Position[] {
  const backwards = toColumn < column || toRow < row;
  const [from, to] = [latticeCorner(size, column, row), latticeCorner(size, toColumn, toRow)];
  const [low, high] = backwards ? [to, from] : [from, to];
  const bends: Position[] = [];
  for (let bend = 1; bend <= size.bendsPerEdge; bend += 1) {
    const share = bend / (size.bendsPerEdge + 1);
    const key = [Math.min(column, toColumn), Math.min(row, toRow), column === toColumn ? 1 : 2, bend];
    const sway = (noise(size.seed, key) - 0.5) * size.cellDegrees * 0.1;
    const [dx, dy] = [high[0] - low[0], high[1] - low[1]];
    const length = Math.hypot(dx, dy);
    bends.push([low[0] + dx * share - (dy / length) * sway, low[1] + dy * share + (dx / length) * sway]);
  }
  return [...(backwards ? bends.toReversed() : bends), to];
}

function latticeCorner(size: LatticeSize, column: number, row: number): Position {
  const shake = (axis: number) => (noise(size.seed, [column, row, axis, 0]) - 0.5) * 0.5;
  return [southWest[0] + (column + shake(1)) * size.cellDegrees, southWest[1] + (row + shake(2)) * size.cellDegrees];
}

/** A number from 0 to 1 that depends on nothing but its key. */
function noise(seed: number, key: readonly number[]): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  for (const part of key) {
    hash = Math.imul(hash ^ (part + 0x7f4a7c15), 0xc2b2ae35);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0) / 2 ** 32;
}
