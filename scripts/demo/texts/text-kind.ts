/** Where a thing is: at a door, in a compound, or on a street. */
export type TextScope = 'door' | 'compound' | 'road';
/** It happens now, it happens again and again, or it has no time at all. */
export type TextTense = 'now' | 'habit' | 'none';

/** The words for one kind of case. `<3-8>` in a slot becomes a whole number between the two. */
export interface TextKind {
  /** Class code by GB/T 47678.5, or LOC-, REP-, VOICE- for what the standard does not name. */
  typeCode: string;
  name: string;
  scope: TextScope;
  tense: TextTense;
  spots: readonly string[];
  /** Short forms for titles. */
  titles: readonly string[];
  whats: readonly string[];
  effects: readonly string[];
  wishes: readonly string[];
  /** What was done about it, without time and name. */
  results: readonly string[];
}
