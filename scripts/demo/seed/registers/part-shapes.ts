import type { SubjectNoun } from '@linli/domain';

/** A building of the part, as the database has it. */
export interface PartBuilding {
  id: string;
  name: string;
  address: string;
  kind: string;
  path: string;
  /** From the grid down to the micro-grid. */
  areaIds: readonly [string, string | null, string | null];
  lng: number;
  lat: number;
  homes: readonly { id: string; room: string; areaM2: number }[];
}

export interface SubjectRow {
  id: string;
  noun: SubjectNoun;
  kind: string;
  name: string;
  path: string;
  area2Id: string;
  area3Id: string | null;
  area4Id: string | null;
  buildingId: string;
  homeId: string | null;
  householdId: string | null;
  lng: number | null;
  lat: number | null;
  born: string | null;
  fields: Record<string, unknown>;
  since: string;
}
export interface FactRow {
  subjectId: string;
  field: string;
  value: string | number | boolean;
  source: string;
  basis: string;
  since: string;
}
export interface PartRows {
  subjects: SubjectRow[];
  facts: FactRow[];
  secrets: {
    subjectId: string;
    field: string;
    kind: string;
    value: string;
    source: string;
    basis: string;
    since: string;
  }[];
  /** `paper` and `proof`: what a guardianship rests on; empty for other links. */
  links: {
    fromId: string;
    toId: string;
    kind: string;
    role: string;
    since: string;
    paper: string;
    proof: string;
  }[];
  /** Entered twice: what waits at the merge desk. */
  pairs: { oneId: string; otherId: string; path: string }[];
  /** Changes asked of the body that owns the field. */
  corrections: {
    subjectId: string;
    field: string;
    value: string;
    reason: string;
    owner: string;
    path: string;
    back: number;
  }[];
}
