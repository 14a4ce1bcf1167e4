import { labelOf } from './area-path.ts';
import type { RowProblem } from './import-words.ts';
import { type CsvRecord, readCsvRecords } from './read-csv-records.ts';

export interface PlaceListRow {
  line: number;
  code: string;
  name: string;
  /** Null for a site. */
  parentCode: string | null;
  level: number;
  kind: string | null;
  population: number | null;
  /** Of the figure; null leaves what is known. */
  populationSource: string | null;
  populationYear: number | null;
}

const needed = ['code', 'name', 'level'];
// PostgreSQL 15 keeps 255 bytes in one label of a path.
const longestLabel = 250;

/** Reads a list of places known by name: CSV in UTF-8 with code, name, parent_code, level, kind, population, population_source, population_year; names every bad row. */
export function parsePlaceList(text: string): { read: number; rows: PlaceListRow[]; problems: RowProblem[] } {
  const file = readCsvRecords(text);
  if ('problem' in file) return { read: 0, rows: [], problems: [file.problem] };
  const missing = needed.filter((column) => !file.columns.includes(column));
  if (missing.length > 0) {
    const problems = missing.map((column): RowProblem => ({ line: 1, code: 'column-missing', params: { column } }));
    return { read: 0, rows: [], problems };
  }
  const problems: RowProblem[] = [];
  const rows: PlaceListRow[] = [];
  const firstLines = new Map<string, number>();
  for (const record of file.records) {
    const { row, problem } = readRow(record, file.columns.length);
    const firstLine = row && firstLines.get(row.code);
    if (problem) problems.push({ line: record.line, ...problem });
    else if (row && firstLine !== undefined)
      problems.push({ line: record.line, code: 'code-duplicate', params: { value: row.code, firstLine } });
    else if (row) {
      firstLines.set(row.code, row.line);
      rows.push(row);
    }
  }
  return { read: file.records.length, rows, problems };
}

type Refused = Pick<RowProblem, 'code' | 'params'>;

function readRow(record: CsvRecord, expected: number): { row?: PlaceListRow; problem?: Refused } {
  const refused = (code: RowProblem['code'], params: RowProblem['params'] = {}) => ({ problem: { code, params } });
  const { line } = record;
  if (record.cells.length !== expected) return refused('cells-wrong', { expected, found: record.cells.length });
  const [code, name, level] = [record.valueOf('code'), record.valueOf('name'), record.valueOf('level')];
  if (code === '') return refused('code-missing');
  if (code.length > 60 || labelOf(code).length > longestLabel || /\p{C}/u.test(code))
    return refused('code-bad', { value: code.slice(0, 60), reason: 'signs' });
  const fault = findNameFault(name);
  if (fault) return { problem: fault };
  if (!/^[1-5]$/.test(level)) return refused('level-bad', { value: level.slice(0, 20) });
  const parentCode = record.valueOf('parent_code');
  if (parentCode === '' && level !== '1') return refused('parent-missing');
  if (parentCode !== '' && level === '1') return refused('level-wrong', { level: 1, expected: 2 });
  const population = record.valueOf('population');
  if (!/^\d{0,9}$/.test(population)) return refused('population-bad', { value: population.slice(0, 20) });
  const year = record.valueOf('population_year');
  if (year !== '' && !/^(19[5-9]\d|20\d\d)$/.test(year))
    return refused('population-year-bad', { value: year.slice(0, 20) });
  const row = {
    line,
    code,
    name,
    parentCode: parentCode || null,
    level: Number(level),
    kind: record.valueOf('kind').slice(0, 40) || null,
    population: population === '' ? null : Number(population),
    populationSource: record.valueOf('population_source').slice(0, 120) || null,
    populationYear: year === '' ? null : Number(year),
  };
  return { row };
}

const longestName = 60;

/** Why a name cannot be kept, or null. Any script is welcome. */
export function findNameFault(name: string): Refused | null {
  if (name === '') return { code: 'name-missing', params: {} };
  if (name.includes('\uFFFD') || /\p{Cc}/u.test(name)) return { code: 'name-unreadable', params: {} };
  return [...name].length > longestName ? { code: 'name-too-long', params: { max: longestName } } : null;
}
