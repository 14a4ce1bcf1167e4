import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareCodes, readCodes, type StandardCode } from './standard-table.ts';

/** `npm run import-codes -- <table.tsv>`: the product's table of standard classes held against a file; ends badly when they differ. */
const folder = join(import.meta.dirname, '../../apps/server/src/modules/cases/standard-codes');
const [path] = process.argv.slice(2);
if (!path) {
  console.error('usage: npm run import-codes -- <table.tsv>');
  process.exit(2);
}
const file = readCodes(await readFile(path, 'utf8'));
const ours = await tableOf(file.standard);
const { missing, extra, renamed } = compareCodes(ours, file.codes);
for (const { line, reason } of file.bad) console.log(`line ${line}: ${reason}`);
for (const { kind, code, name } of missing) console.log(`not in our table: ${kind} ${code} ${name}`);
for (const { kind, code, name } of extra) console.log(`not in the file: ${kind} ${code} ${name}`);
for (const { kind, code, name, ours: own } of renamed) console.log(`other name: ${kind} ${code} ${name}, ours ${own}`);
const successors = await countSuccessors();
const read = file.codes.length + file.bad.length;
const differences = missing.length + extra.length + renamed.length + successors.unknown.length;
console.log(
  `${file.standard}: read ${read}, accepted ${file.codes.length}, refused ${file.bad.length}, differences ${differences}${successors.words}`,
);
process.exitCode = differences + file.bad.length > 0 ? 1 : 0;

async function tableOf(standard: string): Promise<StandardCode[]> {
  const rows = JSON.parse(await readFile(join(folder, `${standard}.json`), 'utf8')) as {
    code: string;
    name: string;
    kind?: 'component' | 'event';
  }[]; // the repository's own files
  return rows.map(({ code, name, kind }) => ({ code, name, kind: kind ?? 'event' }));
}

/** Old classes point at events of the new standard; those without a successor are kept as they are. */
async function countSuccessors(): Promise<{ unknown: string[]; words: string }> {
  if (file.successors.size === 0) return { unknown: [], words: '' };
  const known = new Set((await tableOf('gb47678-5')).map((c) => c.code));
  const unknown = [...file.successors].filter(([, next]) => !known.has(next)).map(([code]) => code);
  for (const code of unknown) console.log(`${code} points at a class that is not there`);
  return {
    unknown,
    words: `, with a successor ${file.successors.size}, without ${file.codes.length - file.successors.size}`,
  };
}
