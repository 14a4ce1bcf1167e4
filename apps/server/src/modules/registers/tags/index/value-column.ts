/** A number for some positions, in pages: fields belong to one noun, and a noun's subjects lie together. */
export interface ValueColumn {
  readonly pages: (Float64Array | undefined)[];
}

const pageBits = 12;
const pageSize = 1 << pageBits;

export function createValueColumn(): ValueColumn {
  return { pages: [] };
}

/** NaN where there is none: every comparison with it is false. */
export function valueAt(column: ValueColumn, position: number): number {
  return column.pages[position >>> pageBits]?.[position & (pageSize - 1)] ?? Number.NaN;
}

export function setValue(column: ValueColumn, position: number, value: number | null): void {
  const at = position >>> pageBits;
  let page = column.pages[at];
  if (!page) {
    if (value === null) return;
    page = new Float64Array(pageSize).fill(Number.NaN);
    column.pages[at] = page;
  }
  page[position & (pageSize - 1)] = value ?? Number.NaN;
}
