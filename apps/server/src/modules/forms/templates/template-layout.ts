/** How a department's own file is laid out: where its headings stand and where rows go. Positions count from 0. */
export interface TemplateLayout {
  /** Sheet of a workbook; table of a document. */
  sheet: number;
  sheetName: string;
  headerFrom: number;
  headerUntil: number;
  /** The first row that takes data; its look is given to all. */
  firstRow: number;
  /** Empty rows that stand ready; what is below them (signatures, notes) moves down. */
  readyRows: number;
  headings: readonly { at: number; text: string }[];
  /** Of a document with marks of its own: `{#rows} … {/rows}`. */
  marked: boolean;
}

/** What a file may be: five megabytes, unfolding to no more than sixty, in a thread that holds no more than this. */
export const templateLimits = {
  mostBytes: 5 * 1024 * 1024,
  mostUnpacked: 60 * 1024 * 1024,
  mostEntries: 2000,
  mostRows: 60_000,
  longestMs: 60_000,
  threadMib: 512,
} as const;
