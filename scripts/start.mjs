// `npm start`: the whole product in one process. Plain JavaScript: it builds what is missing or older than its source, then runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const product = `${root}/apps/server/dist/run-product.mjs`;

function newestIn(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) newest = Math.max(newest, statSync(`${entry.parentPath ?? entry.path}/${entry.name}`).mtimeMs);
  }
  return newest;
}

function build(words, script) {
  console.log(words);
  const built = spawnSync('npm', ['run', script, '--silent'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

/** Missing, or older than what it is made of. */
function isStale(built, sources) {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return sources.some((folder) => newestIn(`${root}/${folder}`) > builtAt);
}

if (isStale(product, ['apps/server/src', 'packages', 'scripts'])) build('Building the server …', 'build:server');
if (!args.includes('--role=worker') && isStale(`${root}/apps/web/dist/index.html`, ['apps/web/src', 'packages']))
  build('Building the web pages …', 'build:web');

const { runProduct } = await import(pathToFileURL(product).href);
await runProduct(args);
