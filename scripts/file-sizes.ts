import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listRepositoryFiles } from './list-repository-files.ts';

// docs/architecture.md: the largest file, not the average one, is what makes a codebase hard to live in.
const WARN_LINES = 300;
const FAIL_LINES = 500;
const GENERATED = new Set(['db/schema.sql']);

const root = join(import.meta.dirname, '..');
const sizes = listRepositoryFiles(root)
  .filter((file) => /\.(tsx?|css|sql)$/.test(file) && !GENERATED.has(file))
  .map((file) => ({ file, lines: countLines(readFileSync(join(root, file), 'utf8')) }))
  .sort((a, b) => b.lines - a.lines);

let failed = 0;
for (const { file, lines } of sizes) {
  if (lines > FAIL_LINES) {
    failed += 1;
    console.log(`too long: ${file} has ${lines} lines, the limit is ${FAIL_LINES}; split it by operation`);
  } else if (lines > WARN_LINES) {
    console.log(`warning: ${file} has ${lines} lines, aim for under ${WARN_LINES}`);
  }
}
console.log(`${sizes.length} files, largest ${sizes[0]?.lines ?? 0} lines`);
process.exitCode = failed > 0 ? 1 : 0;

function countLines(text: string): number {
  if (text === '') return 0;
  const breaks = text.split('\n').length - 1;
  return text.endsWith('\n') ? breaks : breaks + 1;
}
