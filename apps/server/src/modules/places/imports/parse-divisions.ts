import { type DivisionKind, type DivisionLevel, parseDivisionCode } from '@linli/domain';
import { type CsvRecord, readCsvRecords } from '../read-csv-records.ts';

export type DivisionRow = {
  /** Line of the file the row ends on, the header being line 1. */
  line: number;
  /** Twelve digits. */
  code: string;
  name: string;
  level: DivisionLevel;
  kind: DivisionKind;
  /** Twelve digits; null for a province. */
  parentCode: string | null;
};

export type DivisionProblemCode =
  /** The file as a whole: no text, quotes that never close (params: reason). */
  | 'file-empty'
  | 'file-unreadable'
  /** The header lacks a column (params: column). */
  | 'column-missing'
  /** A row with more or fewer cells than the header (params: expected, found). */
  | 'cells-wrong'
  | 'name-missing'
  /** The name holds the mark of a wrongly read character set: the file is probably GB 18030. */
  | 'name-unreadable'
  | 'code-missing'
  /** Not a division code (params: value, reason). */
  | 'code-bad'
  /** Exponent notation: a spreadsheet took the code for a number and its digits are lost (params: value). */
  | 'code-spoilt'
  /** The row's code columns disagree (params: value, other). */
  | 'code-contradicts'
  /** The code is on an earlier line (params: value, firstLine). */
  | 'code-duplicate'
  /** The parent is neither in the file nor known (params: parent). */
  | 'parent-unknown'
  /** The parent named in the row is not the one its code says (params: value, parent). */
  | 'parent-contradicts';

export type ImportParams = Record<string, string | number>;
export type DivisionProblem = { line: number; code: DivisionProblemCode; params: ImportParams };

// A list carries its own code in one or more of these, the longest form first.
const codeColumns = ['code12', 'code9', 'code6', 'code'];
// Columns naming the division above, by the level of the row.
const parentColumns: Partial<Record<DivisionLevel, string[]>> = {
  village: ['street_code9', 'parent_code'],
  town: ['district_code6', 'parent_code'],
  county: ['parent_code'],
};

/**
 * Reads a list of divisions (CSV in UTF-8 with a header: code12, code9, code6 or code; name; optionally street_code9,
 * district_code6 or parent_code) and names every bad row. `rows` holds the sound rows only, in the file's order.
 * A street must find its district, and a committee its street, in the file or among `knownCodes` (any length);
 * districts and above stand on their own. Names may recur: some 270 committees of Shanghai share one.
 */
export function parseDivisions(
  text: string,
  { knownCodes = [] }: { knownCodes?: Iterable<string> } = {},
): { rows: DivisionRow[]; problems: DivisionProblem[] } {
  const read = readCsvRecords(text);
  if ('problem' in read) return { rows: [], problems: [read.problem] };
  const missing = listMissingColumns(read.columns);
  if (missing.length > 0) return { rows: [], problems: missing };

  const checked = read.records.map((record) => checkRecord(record, read.columns.length));
  const problems = checked.flatMap((record) => record.problems);
  const coded = checked.flatMap((record) =>
    record.row ? [{ ...record.row, sound: record.problems.length === 0 }] : [],
  );

  const firstLines = new Map<string, number>();
  const duplicates = new Set<number>();
  for (const row of coded) {
    const firstLine = firstLines.get(row.code);
    if (firstLine === undefined) firstLines.set(row.code, row.line);
    else {
      duplicates.add(row.line);
      problems.push({ line: row.line, code: 'code-duplicate', params: { value: row.code, firstLine } });
    }
  }

  const known = new Set([...firstLines.keys(), ...[...knownCodes].map((code) => code.padEnd(12, '0'))]);
  const orphans = new Set<number>();
  for (const row of coded) {
    const needsParent = row.level === 'town' || row.level === 'village';
    if (!needsParent || row.parentCode === null || known.has(row.parentCode)) continue;
    orphans.add(row.line);
    problems.push({ line: row.line, code: 'parent-unknown', params: { parent: row.parentCode } });
  }

  const rows = coded
    .filter((row) => row.sound && !duplicates.has(row.line) && !orphans.has(row.line))
    .map(({ sound: _, ...row }) => row);
  return { rows, problems: problems.sort((a, b) => a.line - b.line) };
}

function listMissingColumns(columns: readonly string[]): DivisionProblem[] {
  const missing: DivisionProblem[] = [];
  if (!codeColumns.some((column) => columns.includes(column))) {
    missing.push({ line: 1, code: 'column-missing', params: { column: 'code12' } });
  }
  if (!columns.includes('name')) missing.push({ line: 1, code: 'column-missing', params: { column: 'name' } });
  return missing;
}

function checkRecord(record: CsvRecord, expected: number): { row: DivisionRow | null; problems: DivisionProblem[] } {
  const { line } = record;
  if (record.cells.length !== expected) {
    const params = { expected, found: record.cells.length };
    return { row: null, problems: [{ line, code: 'cells-wrong', params }] };
  }
  const name = record.valueOf('name');
  const problems: DivisionProblem[] = [];
  if (name === '') problems.push({ line, code: 'name-missing', params: {} });
  else if (name.includes('\uFFFD')) problems.push({ line, code: 'name-unreadable', params: {} });

  const values = codeColumns.map((column) => record.valueOf(column)).filter((value) => value !== '');
  const [value, ...others] = values;
  if (value === undefined) return { row: null, problems: [...problems, { line, code: 'code-missing', params: {} }] };
  const parsed = parseDivisionCode(value);
  if (!parsed.ok) return { row: null, problems: [...problems, { line, ...codeProblem(value, parsed.problem) }] };
  const { code, level, kind, parentCode } = parsed.value;
  const other = others.find((short) => short.padEnd(12, '0') !== code);
  if (other !== undefined) problems.push({ line, code: 'code-contradicts', params: { value, other } });
  const named = (parentColumns[level] ?? []).map((column) => record.valueOf(column)).find((parent) => parent !== '');
  if (named !== undefined && named.padEnd(12, '0') !== parentCode) {
    problems.push({ line, code: 'parent-contradicts', params: { value, parent: named } });
  }
  return { row: { line, code, name, level, kind, parentCode }, problems };
}

function codeProblem(value: string, reason: string): { code: DivisionProblemCode; params: ImportParams } {
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(value)) return { code: 'code-spoilt', params: { value } };
  return { code: 'code-bad', params: { value, reason } };
}
