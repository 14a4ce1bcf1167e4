import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { findImportCycles } from './find-import-cycles.ts';
import { findImportViolation, findPackViolation, type ImportEdge, type Violation } from './import-rules.ts';
import { listRepositoryFiles } from './list-repository-files.ts';

// dependency-cruiser reads TypeScript only through the compiler's old JavaScript interface, which TypeScript 7 no longer
// has; a parser that knows the language and the table in import-rules.ts are all that is needed.
const root = join(import.meta.dirname, '..');
const all = listRepositoryFiles(root);
const known = new Set(all);
const files = all.filter((file) => /\.(ts|tsx|mts)$/.test(file));
const violations: Violation[] = [];
const edges: ImportEdge[] = [];

for (const file of files) {
  const packViolation = findPackViolation(file);
  if (packViolation !== undefined) violations.push(packViolation);
  for (const request of readRequests(file)) {
    const to = resolveInRepository(file, request);
    if (to === undefined) continue;
    edges.push({ from: file, to });
    const violation = findImportViolation({ from: file, to });
    if (violation !== undefined) violations.push(violation);
  }
}
for (const cycle of findImportCycles(edges)) {
  violations.push({ file: cycle[0] ?? '', rule: 'cycle', detail: cycle.join(' ↔ ') });
}
for (const { file, rule, detail } of violations) console.log(`${file}: ${rule}: ${detail}`);
console.log(`${files.length} files, ${edges.length} imports, ${violations.length} against the rules`);
process.exitCode = violations.length > 0 || files.length === 0 ? 1 : 0;

function readRequests(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const { module, errors } = parseSync(file, source);
  for (const error of errors) violations.push({ file, rule: 'parse', detail: error.message });
  const requests = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...module.staticExports.flatMap((statement) =>
      statement.entries.flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value])),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: span }) => {
      const literal = /^(['"])(.*)\1$/.exec(source.slice(span.start, span.end));
      return literal?.[2] === undefined ? [] : [literal[2]];
    }),
  ];
  return [...new Set(requests)];
}

/** The repository file a request names; nothing for installed packages. A request that names no file is reported. */
function resolveInRepository(file: string, request: string): string | undefined {
  const path = request.replace(/\?.*$/, '');
  const own = /^@linli\/(\w+)$/.exec(path)?.[1];
  if (own !== undefined) {
    const entry = [`packages/${own}/src/index.ts`, `apps/${own}/src/index.ts`].find((candidate) =>
      known.has(candidate),
    );
    if (entry !== undefined) return entry;
    violations.push({ file, rule: 'unresolved', detail: request });
    return undefined;
  }
  if (path.startsWith('@linli/')) {
    violations.push({ file, rule: 'package-door', detail: `import the package by its name, not ${request}` });
    return undefined;
  }
  if (!path.startsWith('.')) return undefined;
  const target = posix.normalize(posix.join(posix.dirname(file), path));
  if (known.has(target)) return target;
  violations.push({ file, rule: 'unresolved', detail: `${request} names no file of the repository` });
  return undefined;
}
