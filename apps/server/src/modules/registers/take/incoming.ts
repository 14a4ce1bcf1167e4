import type { FieldValue, SubjectNoun } from '@linli/domain';

/** One row of a list as an entry of a register: read, checked against the whitelist, and placed. */
export interface Incoming {
  /** Its number in the list. */
  n: number;
  noun: SubjectNoun;
  kind: string;
  name: string;
  place: IncomingPlace;
  /** The dwelling: its room in `place.buildingId`, or a home of the registers by its own number. */
  room: string | null;
  homeId: string | null;
  facts: readonly IncomingFact[];
  secrets: readonly IncomingSecret[];
  /** The number of the household on the list, and the relation to its head (GB/T 4761). */
  household: { number: string | null; relation: string | null };
}

export interface IncomingPlace {
  path: string;
  area2Id: string | null;
  area3Id: string | null;
  area4Id: string | null;
  buildingId: string | null;
  /** Of the building; names its homes. */
  address: string;
  lng: number | null;
  lat: number | null;
}

export interface IncomingFact {
  field: string;
  value: FieldValue;
  /** Read out of a number on paper: gives way to what was said. */
  derived: boolean;
}

export interface IncomingSecret {
  field: string;
  kind: string;
  value: string;
  lookupValue: string;
}

export type TakeProblem =
  /** Dead, moved away, closed: only a person brings it back. */
  | 'known-gone'
  /** Stands outside the area of the list. */
  | 'known-elsewhere'
  /** The number is somebody's of another name. */
  | 'name-differs'
  /** Neither number nor birth and dwelling: nobody can tell who it is. */
  | 'person-unclear'
  /** Two or more in the register fit. */
  | 'several-fit'
  /** A row before this one is of the same entry. */
  | 'said-twice';
/** Said beside a row that was taken: a value another body keeps, or a person who lives elsewhere by the register. */
export type TakeNote = 'field-held' | 'lives-elsewhere';

export type TakeOutcome = 'added' | 'same' | 'changed';

export interface TakeResult {
  outcomes: ReadonlyMap<number, TakeOutcome>;
  problems: readonly { n: number; code: TakeProblem; field: string }[];
  notes: readonly { n: number; code: TakeNote; field: string }[];
}

/** Whose list, over which area, in which run. */
export interface TakeCall {
  siteId: string;
  /** Nothing outside is written. */
  areaPath: string;
  runId: string;
  actorId: string;
  now: Date;
}
