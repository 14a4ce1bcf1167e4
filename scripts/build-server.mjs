// Bundles the server into apps/server/dist, beside which its relative paths stay right. Our own code only: libraries stay outside.
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const server = JSON.parse(await readFile(`${root}/apps/server/package.json`, 'utf8'));
const outFolder = `${root}/apps/server/dist`;

await mkdir(outFolder, { recursive: true });
await build({
  entryPoints: {
    'run-product': `${root}/scripts/run-product.ts`,
    'sorting-worker': `${root}/apps/server/src/modules/sorting/sorting-worker.ts`,
  },
  outdir: outFolder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  external: [...Object.keys(server.dependencies), ...Object.keys(server.optionalDependencies)],
});
// Threads are plain JavaScript and are started by their file: they and what they import lie beside what starts them.
const sources = `${root}/apps/server/src`;
for (const path of await readdir(sources, { recursive: true }))
  if (path.endsWith('.mjs') && !path.endsWith('-from-source.mjs'))
    await copyFile(join(sources, path), join(outFolder, basename(path)));
