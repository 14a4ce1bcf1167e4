import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** What is wrong with a file, in words for who gave it. */
export class CsvProblem extends Error {}

/**
 * Reads a table with the columns named, in any order and among others: UTF-8 with or without BOM or GBK, quoted line breaks, any line ends.
 * `optional` columns are empty where they are missing. Throws a CsvProblem that names the file and what is wrong with it.
 */
export async function readCsv<C extends string, O extends string = never>(
  path: string,
  columns: readonly C[],
  optional: readonly O[] = [],
): Promise<Record<C | O, string>[]> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    throw new CsvProblem(`${path}: cannot be read`);
  }
  const rows = parseRows(path, decode(path, bytes));
  const head = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const missing = columns.filter((name) => !head.includes(name));
  if (missing.length > 0)
    throw new CsvProblem(
      `${path}: column ${missing.join(', ')} is missing; wanted ${columns.join(', ')}, found ${head.join(', ') || 'nothing'}`,
    );
  if (rows.length < 2) throw new CsvProblem(`${path}: has no rows below its header`);
  const all = [...columns, ...optional];
  const places = all.map((name) => head.indexOf(name));
  return rows.slice(1).map((row) => {
    const cells = all.map((name, i) => [name, row[places[i] ?? -1] ?? '']);
    return Object.fromEntries(cells) as Record<C | O, string>; // one cell for each column asked for
  });
}

/** What tables are saved as here: UTF-8, GBK as spreadsheets in Chinese save it, UTF-16 with its mark. */
function decode(path: string, bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of wide ? ['utf-16le'] : ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  throw new CsvProblem(`${path}: is neither UTF-8 nor GBK text`);
}

function parseRows(path: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true });
  } catch (error) {
    throw new CsvProblem(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Runs a bench; a problem with a file is one clear line and exit code 1. */
export async function runOnCsv(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
