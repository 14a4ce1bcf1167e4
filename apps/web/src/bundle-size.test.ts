import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type BundleManifest, listClosure } from './bundle-closure.ts';

const dist = new URL('../dist/', import.meta.url);
const manifestFile = new URL('.vite/manifest.json', dist);
const RESIDENT_LIMIT_BYTES = 200_000;

function readManifest(): BundleManifest {
  if (!existsSync(manifestFile)) throw new Error('apps/web/dist is missing: run `npm run build` before this test');
  return JSON.parse(readFileSync(manifestFile, 'utf8'));
}

function gzippedBytes(files: readonly string[]): number {
  return files.reduce((total, file) => total + gzipSync(readFileSync(new URL(file, dist))).length, 0);
}

describe('the built web app', () => {
  it('gives a resident less than 200 kB of script before the first page, words included', () => {
    const manifest = readManifest();
    const entry = listClosure(manifest, 'index.html', 'initial');
    // Words and the home page are fetched right after the entry: a resident waits for them too.
    const firstPage = ['src/text/bundles/resident.zh-CN.ts', 'src/faces/resident/pages/home-page.tsx'];
    for (const key of firstPage) expect(manifest, 'the list above is out of date').toHaveProperty([key]);
    const files = [...entry, ...firstPage.flatMap((key) => listClosure(manifest, key, 'initial'))];
    const scripts = [...new Set(files)].filter((file) => file.endsWith('.js'));
    const bytes = gzippedBytes(scripts);
    expect(bytes, `${scripts.join('\n')}\n${bytes} bytes gzipped`).toBeLessThan(RESIDENT_LIMIT_BYTES);
    expect(scripts.length).toBeGreaterThan(0);
  });

  it('keeps map, charts and office widgets out of the resident’s first download', () => {
    const initial = listClosure(readManifest(), 'index.html', 'initial').join('\n');
    expect(initial).not.toMatch(/map-canvas|chart-canvas|maplibre|echarts|antd|terra-draw/);
  });

  it('has the four pages', () => {
    for (const page of ['index', 'field', 'office', 'screen']) {
      expect(existsSync(new URL(`${page}.html`, dist)), page).toBe(true);
    }
  });

  it('lets the field face keep its own parts offline, and only those', () => {
    const worker = readFileSync(new URL('field-sw.js', dist), 'utf8');
    const own = listClosure(readManifest(), 'field.html', 'all').filter(
      (file) => /\.js$/.test(file) && !/\/(resident|office|screen)\.(zh-CN|en)-/.test(file),
    );
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter((file) => !worker.includes(file))).toEqual([]);
    expect(worker).toContain('field.html');
    expect(worker).not.toMatch(
      /office\.html|screen\.html|index\.html|(office|screen|resident)\.(zh-CN|en)-|assets\/[^"]*\.woff2"/,
    );
  });
});
