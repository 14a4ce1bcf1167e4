// `npm start`: the whole product in one process. Plain JavaScript, because it prepares what TypeScript needs.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);

if (!existsSync(`${root}/apps/web/dist/index.html`) && !args.includes('--role=worker')) {
  console.log('Building the web pages (once) …');
  const built = spawnSync('npm', ['run', 'build', '--silent'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

register();
const { runProduct } = await import('./run-product.ts');
await runProduct(args);
