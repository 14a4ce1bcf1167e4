import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';

export interface CsvRecord {
  /** Where the record ends in the file, the header being line 1. */
  line: number;
  cells: readonly string[];
  /** The cell under a heading (lower case); empty where there is none. */
  valueOf(column: string): string;
}

export interface CsvFault {
  line: number;
  code: 'file-empty' | 'file-unreadable';
  params: Record<string, string>;
}

/** The records of a CSV file with a header, its headings in lower case; or why it cannot be read. */
export function readCsvRecords(text: string): { columns: string[]; records: CsvRecord[] } | { problem: CsvFault } {
  let lines: { record: string[]; info: InfoRecord }[];
  try {
    const options = {
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    };
    lines = parse(text, options) as unknown as typeof lines; // the library's types know nothing of `info`
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { problem: { line, code: 'file-unreadable', params: { reason: error.code } } };
  }
  const [header, ...rest] = lines;
  if (!header) return { problem: { line: 1, code: 'file-empty', params: {} } };
  const columns = header.record.map((column) => column.toLowerCase());
  const records = rest.map(({ record, info }) => ({
    line: info.lines,
    cells: record,
    valueOf: (column: string) => record[columns.indexOf(column)] ?? '',
  }));
  return { columns, records };
}
