import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';

// The font belongs to the web application; it is asked for from there.
const webRequire = createRequire(join(import.meta.dirname, '../apps/web/package.json'));

describe('launchBrowser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  it('draws Chinese words with the font the application carries', async () => {
    const page = await browser.newPage();
    await page.setContent(`<style>${await fontCss()}</style><canvas width="400" height="60"></canvas>`);
    const inked = await page.evaluate(async () => {
      const canvas = document.querySelector('canvas');
      const pen = canvas?.getContext('2d', { willReadFrequently: true });
      if (!canvas || !pen) throw new Error('no canvas');
      await document.fonts.load('40px "Noto Sans SC Variable"', '邻里街道');
      const draw = (text: string) => {
        pen.clearRect(0, 0, canvas.width, canvas.height);
        pen.font = '40px "Noto Sans SC Variable"';
        pen.fillText(text, 0, 45);
        return pen.getImageData(0, 0, canvas.width, canvas.height).data.join();
      };
      // Missing glyphs are all the same box: two different words of one length would then look alike.
      return { differs: draw('邻里') !== draw('街道'), drawn: draw('邻里') !== draw('  ') };
    });
    await page.close();
    expect(inked).toEqual({ differs: true, drawn: true });
  });

  it('has WebGL2 for the map', async () => {
    const page = await browser.newPage();
    const renderer = await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2');
      return gl ? String(gl.getParameter(gl.VERSION)) : 'none';
    });
    await page.close();
    expect(renderer).toContain('WebGL 2.0');
  });
});

/** The font's own style sheet with the subsets it needs inlined, as a page without a server can load it. */
async function fontCss(): Promise<string> {
  const folder = dirname(webRequire.resolve('@fontsource-variable/noto-sans-sc/package.json'));
  const css = await readFile(join(folder, 'index.css'), 'utf8');
  const names = [...new Set([...css.matchAll(/url\(\.\/files\/([^)]+)\)/g)].map((match) => match[1] ?? ''))];
  const files = new Map<string, string>();
  for (const name of names) files.set(name, (await readFile(join(folder, 'files', name))).toString('base64'));
  return css.replace(
    /url\(\.\/files\/([^)]+)\)/g,
    (_, name: string) => `url(data:font/woff2;base64,${files.get(name)})`,
  );
}
