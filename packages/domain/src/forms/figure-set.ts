/** The subjects behind one or more figures of a row that have the same: `groups` has a bit for each group they fall into. */
export interface FigureSet {
  readonly columns: readonly number[];
  readonly groups: bigint;
  readonly count: number;
}

export function holds(whole: FigureSet, part: FigureSet): boolean {
  return (whole.groups & part.groups) === part.groups;
}

export function areApart(one: FigureSet, other: FigureSet): boolean {
  return (one.groups & other.groups) === 0n;
}
