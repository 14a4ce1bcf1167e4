import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { countTests } from './count-tests.ts';

/** The whole suite, in the order in which a mistake is cheapest to learn. Each tool counts one, vitest counts its tests. */
const STEPS: { name: string; command: string; args: string[] }[] = [
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'lint and format', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'import direction', command: 'tsx', args: ['scripts/import-direction.ts'] },
  { name: 'file sizes', command: 'tsx', args: ['scripts/file-sizes.ts'] },
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
];

const root = join(import.meta.dirname, '..');
let passed = 0;
let failed = 0;

for (const { name, command, args } of STEPS) {
  const isGood = await runStep(name, command, args);
  passed += isGood ? 1 : 0;
  failed += isGood ? 0 : 1;
}
const tests = await runTests();
passed += tests.passed;
failed += tests.failed;
if (tests.skipped > 0) console.log(`${tests.skipped} tests skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function runTests(): Promise<{ passed: number; failed: number; skipped: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-check-'));
  try {
    const report = join(folder, 'vitest.json');
    const isGood = await runStep('tests', 'vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    const text = await readFile(report, 'utf8').catch(() => undefined);
    return countTests({ isGood, report: text });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs one tool with its output shown. False when it complained, and also when it could not be started at all. */
async function runStep(name: string, command: string, args: string[]): Promise<boolean> {
  console.log(`\n── ${name}: ${command} ${args.join(' ')}`);
  const startedAt = Date.now();
  const outcome = await new Promise<string>((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` },
      // Windows starts npm's commands only through its shell.
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => resolve(`could not run: ${error.message}`));
    child.on('exit', (code, signal) => resolve(code === 0 ? 'ok' : `failed (${signal ?? `exit code ${code}`})`));
  });
  console.log(`── ${name}: ${outcome} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return outcome === 'ok';
}
