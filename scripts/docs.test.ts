import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { errorWords, operations } from '@linli/contract';
import { caseActionKinds, clockNames, indicators, refusalCodes } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { variables } from '../apps/server/src/platform/env.ts';
import { docsTables } from './docs-tables.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const listFiles = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !name.includes('node_modules'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

const atTop = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
const pages = [...atTop, ...listFiles('docs', /\.md$/)].map((file) => ({ file, text: read(file) }));
const operationNames = new Set<string>(Object.values(operations).map((operation) => operation.name));

/** Every text in backticks that stands in a line, without blocks of code. */
function listCode(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
}

/** Codes of kinds and keys of stages, as a pack names them. */
function keysOf(pack: string): string[] {
  return [...pack.matchAll(/\b(?:code|key): "?([a-z][a-z-]*[a-z])\b/g)].map((match) => match[1] ?? '');
}

/** As GitHub makes the anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function findBrokenLinks({ file, text }: { file: string; text: string }): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? '');
  return targets.filter((target) => {
    if (/^(https?|mailto):/.test(target)) return false;
    const [path = '', anchor] = target.split('#');
    const to = path === '' ? file : normalize(join(dirname(file), path));
    if (!existsSync(join(root, to))) return true;
    if (anchor === undefined) return false;
    return ![...read(to).matchAll(/^#+ (.+)$/gm)].some((match) => anchorOf(match[1] ?? '') === anchor);
  });
}

// Words of other lists that look like operations: verb, hyphen, noun.
const otherWords = new Set<string>([
  ...caseActionKinds,
  ...clockNames,
  ...refusalCodes,
  ...Object.keys(errorWords),
  ...Object.keys(indicators),
  ...listFiles('packs', /pack\.yaml$/).flatMap((file) => [dirname(file).slice('packs/'.length), ...keysOf(read(file))]),
  'answer-not-theirs', // why a partner could not be told
]);
const verbs = new Set([...operationNames].map((name) => name.split('-')[0]));

function findUnknownOperations(text: string): string[] {
  const called = [...text.matchAll(/\/api\/([a-z][a-z-]*[a-z])(?![a-z.])/g)].map((match) => match[1] ?? '');
  const named = listCode(text).filter((code) => /^[a-z]+(-[a-z]+)+$/.test(code) && verbs.has(code.split('-')[0]));
  const notOperations = new Set([
    'files',
    'live',
    'docs',
    'openapi',
    'export-cases',
    'case-document',
    'case-file',
    'receive-exchange',
    'export-import-problems',
    'export-import-results',
    'form-file',
    'form-templates',
    'household-paper',
    'consent-photo',
    'my-copy',
    'shared-file',
  ]);
  const unknownCalls = called.filter((name) => !operationNames.has(name) && !notOperations.has(name));
  return [...unknownCalls, ...named.filter((name) => !operationNames.has(name) && !otherWords.has(name))];
}

describe('documentation', () => {
  it.each(pages)('$file: every relative link leads somewhere', (page) => {
    expect(findBrokenLinks(page)).toEqual([]);
  });

  it.each(pages)('$file: every operation named exists in the contract', ({ text }) => {
    expect(findUnknownOperations(text)).toEqual([]);
  });

  it.each(pages)('$file: every npm script named exists', ({ text }) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }; // npm's own shape
    const named = [...text.matchAll(/\bnpm run ([a-z][a-z:-]*[a-z])(?!:<)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(Object.entries(docsTables))('the table "%s" is as the code prints it', (_name, { page, text }) => {
    // Printed anew by: npx tsx -e "import('./scripts/docs-tables.ts').then((m) => console.log(m.docsTables))"
    expect(read(page)).toContain(text);
  });

  it('operating.md names every variable of env.ts, and no other', () => {
    const text = read('docs/operating.md');
    // Scripts and benches read a few of their own.
    const ofScripts = [...listFiles('scripts', /\.m?ts$|\.mjs$/), ...listFiles('bench', /\.ts$/)].flatMap((file) =>
      [...read(file).matchAll(/process\.env\.([A-Z][A-Z0-9_]+)/g)].map((match) => match[1] ?? ''),
    );
    const known = new Set<string>([...Object.keys(variables), ...ofScripts]);
    const named = [...text.matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+|PORT|HOST)(?:=[^`]*)?`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect(Object.keys(variables).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });

  it('finds what is wrong', () => {
    expect(
      findBrokenLinks({ file: 'README.md', text: '[a](nowhere.md) [b](docs/places.md#no-such) [c](LICENSE)' }),
    ).toEqual(['nowhere.md', 'docs/places.md#no-such']);
    expect(
      findUnknownOperations('`report-thing` and `/api/do-it`, `report-case`, `check-pass`, `import-rules.ts`'),
    ).toEqual(['do-it', 'report-thing']);
  });
});
