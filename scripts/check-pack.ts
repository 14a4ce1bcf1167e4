import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readPackText, typeCodes } from '../apps/server/src/modules/cases/index.ts';

/**
 * `npm run check-pack -- packs/foo/pack.yaml …`: every problem as `file:line:column path: words`, one a line; ends with 1 when
 * there is any. Chinese where the machine speaks it. Codes of the packs beside it may be named by duties.
 */
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npm run check-pack -- packs/<name>/pack.yaml');
  process.exit(2);
}
const chinese = /^zh/.test(process.env.LC_ALL ?? process.env.LANG ?? '');
let wrong = 0;
for (const file of files) {
  const { pack, problems } = readPackText(await readFile(file, 'utf8'), await neighbours(file));
  for (const { line, column, path, words } of problems) {
    console.log(`${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${chinese ? words.zh : words.en}`);
  }
  wrong += problems.length;
  if (pack)
    console.log(`${file}: ${pack.pack}, version ${pack.version}, ${pack.caseTypes.length} case types, nothing wrong`);
}
process.exitCode = wrong > 0 ? 1 : 0;

/** Codes of the packs in the folders beside this one. */
async function neighbours(file: string): Promise<string[]> {
  const folder = dirname(dirname(file));
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const texts = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFile(join(folder, entry.name, 'pack.yaml'), 'utf8').catch(() => ''));
  return (await Promise.all(texts)).flatMap(typeCodes);
}
