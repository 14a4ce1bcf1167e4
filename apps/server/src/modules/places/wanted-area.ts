import { type AreaShape, type Crs, parseDivisionCode } from '@linli/domain';

/** An area as a file wants it. */
export interface WantedArea {
  line: number;
  /** Null: the next free code below the parent; the same name below the same parent is the same area. */
  code: string | null;
  name: string;
  /** Null: a site, or by place. */
  parentCode: string | null;
  level: number;
  /** Null leaves the kind of a known area as it is. */
  kind: string | null;
  kindIfNew: string | null;
  population: number | null;
  populationSource?: string | null;
  populationYear?: number | null;
  /** Null leaves the shape of a known area as it is. */
  geometry: AreaShape | null;
  crs: Crs;
  /** A known area may lie deeper or under another parent than the file would put it. */
  staysInPlace: boolean;
}

/** Division codes are the same in their short and their long form. */
export function codeKey(code: string): string {
  const division = parseDivisionCode(code);
  return division.ok ? division.value.code : code;
}

/** The form a code from a file is kept in: streets by nine digits, as unit grids are numbered (6 + 3). */
export function keptCode(code: string): string {
  const division = parseDivisionCode(code);
  return division.ok ? division.value.shortCode : code;
}
