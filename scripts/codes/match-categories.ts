import { readFile } from 'node:fs/promises';
import { createClient } from '@linli/client';
import { listCaseTypes } from '@linli/contract';
import { readCsv } from '../replay/read-csv.ts';
import { matchTypes } from './match-types.ts';

/**
 * `npm run match-categories -- <categories.csv>`: which case type of a running server answers to each category of another platform,
 * and for which a type or a synonym is missing. Reads a `name` or `value` column; changes nothing.
 */
const [path] = process.argv.slice(2);
if (!path) {
  console.error('usage: npm run match-categories -- <categories.csv>');
  process.exit(2);
}
const { columns, records } = readCsv(await readFile(path, 'utf8'));
const column = ['name', 'value'].find((one) => columns.includes(one));
if (!column) throw new Error('neither a name nor a value column');
const client = createClient({ baseUrl: process.env.BASE_URL ?? 'http://127.0.0.1:3000', cookies: 'manual' });
const { types } = await client.call(listCaseTypes, { for: 'all' });
const definitions = types.map((type) => type.definition);
let matched = 0;
for (const { line, cell } of records) {
  const [best] = matchTypes(cell(column), definitions);
  if (best) matched += 1;
  console.log(`line ${line}: ${cell(column)} → ${best ? `${best.code} (${best.word})` : 'no type or synonym'}`);
}
console.log(`read ${records.length}, with a case type ${matched}, without ${records.length - matched}`);
