import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// Software WebGL, so that the map draws the same on a machine without a graphics card.
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--lang=zh-CN',
];

/**
 * A headless Chromium: the one named by CHROMIUM_PATH, else the system's, else on Linux the one that came from npm,
 * unpacked once under node_modules/.cache. The caller closes it. Throws when none can be started.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ headless: true, args: FLAGS, ...(await chooseBrowser()) });
}

async function chooseBrowser(): Promise<LaunchOptions> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return { executablePath: named };
  if (process.platform !== 'linux') return { channel: 'chrome' };
  const system = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  return system === undefined ? preparePackedChromium() : { executablePath: system };
}

async function preparePackedChromium(): Promise<LaunchOptions> {
  const modules = join(import.meta.dirname, '..', 'node_modules');
  // The file is the package's own package.json; only its version is read.
  const manifest = JSON.parse(await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(modules, '.cache', 'linli', `chromium-${manifest.version}`);
  if (!existsSync(join(folder, 'chromium'))) await unpackChromium(folder);
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter((path) => path !== undefined);
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...definedVariables(), LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

/** Unpacks beside the goal and renames at the end: two test files at once, or a kill, never leave half a browser there. */
async function unpackChromium(folder: string): Promise<void> {
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const before = { ...process.env };
  // The package unpacks into the temporary folder, and brings the libraries that a bare machine lacks (nss, nspr, expat)
  // only where it believes to be on this runtime.
  process.env.TMPDIR = partial;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    await writeFile(join(partial, 'fonts', 'fonts.conf'), fontSettings(folder));
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  } finally {
    restoreVariables(before);
  }
}

/** The package's own settings look for fonts in /tmp; without any font at all the browser dies. */
function fontSettings(folder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${join(folder, 'fonts')}</dir>`,
    '  <dir>/usr/share/fonts</dir>',
    `  <cachedir>${join(folder, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

/** One by one: replacing `process.env` as a whole would leave the real environment, which `os.tmpdir` reads, as it is. */
function restoreVariables(before: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
