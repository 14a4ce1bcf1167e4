import { type InfoRecord, parse } from 'csv-parse/sync';

export interface CsvRecord {
  /** Where the record ends in the file; the header is line 1. */
  line: number;
  cells: number;
  cell(column: string): string;
}

/** A text table with a header, comma or tab separated. Throws when it cannot be read as one. */
export function readCsv(text: string, delimiter: ',' | '\t' = ','): { columns: string[]; records: CsvRecord[] } {
  const options = {
    bom: true,
    delimiter,
    info: true,
    quote: delimiter === ',' ? '"' : null,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  };
  const lines = parse(text, options) as unknown as { record: string[]; info: InfoRecord }[]; // its types know nothing of `info`
  const [header, ...rest] = lines;
  if (!header) throw new Error('the file is empty');
  const columns = header.record;
  const records = rest.map(({ record, info }) => ({
    line: info.lines,
    cells: record.length,
    cell: (column: string) => record[columns.indexOf(column)] ?? '',
  }));
  return { columns, records };
}
