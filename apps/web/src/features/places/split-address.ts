export interface AddressParts {
  /** What one looks for on the spot: building, stairwell, floor, room. The whole address where it cannot be told. */
  readonly near: string;
  /** What leads there: street, compound. */
  readonly far: string;
}

// A house number of a street: 东方路1400弄, 浦东南路500号. The building comes after the lane.
const BUILDING = /[0-9A-Za-z一二三四五六七八九十甲乙丙丁东南西北]+\s*(号楼|号|幢|栋|座|单元|号门)/gu;
const STREET_END = /(路|街|道|大道|弄口)\s*$/u;

/** Splits a Chinese address before its building, so that rows can show building and floor first. */
export function splitAddress(address: string): AddressParts {
  for (const match of address.matchAll(BUILDING)) {
    const far = address.slice(0, match.index).trim();
    const near = address.slice(match.index).trim();
    if (far === '') return { near: address, far: '' };
    const isStreetNumber = STREET_END.test(far);
    if (!isStreetNumber) return { near, far };
  }
  return { near: address, far: '' };
}
