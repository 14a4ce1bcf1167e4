/** One area of a tree with what is counted in it; `own` areas are shown as they are, whatever the number. */
export interface CountedArea {
  readonly id: string;
  readonly parentId: string | null;
  readonly count: number;
  /** The reader may see the people themselves there. */
  readonly own: boolean;
  /** Not shown for another reason already. */
  readonly hidden?: boolean;
}
