import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { type BundleManifest, listClosure } from './src/bundle-closure.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const faces = ['field', 'office', 'screen'];

export default defineConfig({
  root,
  base: '/',
  plugins: [react(), facePages(), fieldWorker()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    manifest: true,
    sourcemap: false,
    // Phones of the last five years; WeChat's web view follows Chromium with a delay.
    target: ['chrome111', 'safari16.4', 'firefox114'],
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      treeshake: {
        // Our packages are declarations only: a face keeps the operations it calls, not the whole contract.
        moduleSideEffects: [{ test: /[\\/]packages[\\/](contract|domain|client)[\\/]/, sideEffects: false }],
      },
      input: ['index.html', 'field.html', 'office.html', 'screen.html'].map((page) => `${root}${page}`),
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
});

/** In development: `/field/tasks` is field.html, as the server serves it in production. */
function facePages(): Plugin {
  return {
    name: 'linli-face-pages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        const face = faces.find((name) => path === `/${name}` || path.startsWith(`/${name}/`));
        if (face !== undefined && !path.includes('.')) request.url = `/${face}.html`;
        next();
      });
    },
  };
}

/** The service worker of the field face: `/field-sw.js`, scope `/field`, so that it never touches the other faces. */
function fieldWorker(): Plugin[] {
  return VitePWA({
    strategies: 'generateSW',
    filename: 'field-sw.js',
    scope: '/field',
    registerType: 'prompt',
    injectRegister: false,
    // Our own public/field.webmanifest: the plugin would put its link into all four pages.
    manifest: false,
    includeManifestIcons: false,
    workbox: {
      globPatterns: ['field.html', 'field.webmanifest', 'icons/*', 'assets/*.{js,mjs,css}'],
      manifestTransforms: [keepFieldOnly],
      navigateFallback: '/field.html',
      navigateFallbackAllowlist: [/^\/field(\/|$)/],
      cleanupOutdatedCaches: true,
      maximumFileSizeToCacheInBytes: 3_000_000,
      runtimeCaching: [
        {
          // The font, only where a machine has no Chinese one: kept once met, never fetched ahead.
          urlPattern: /\/assets\/noto-sans-sc.*\.(css|woff2)$/,
          handler: 'CacheFirst',
          options: { cacheName: 'fonts', expiration: { maxEntries: 120 } },
        },
        {
          urlPattern: /\/api\/files\//,
          handler: 'CacheFirst',
          options: { cacheName: 'photos', expiration: { maxEntries: 300, maxAgeSeconds: 14 * 24 * 3600 } },
        },
      ],
    },
  });
}

type PrecacheEntry = { url: string; revision: string | null; size: number };

/** Drops what only the other faces load: all chunks lie in one folder, so the folder does not tell. */
function keepFieldOnly(entries: PrecacheEntry[]): { manifest: PrecacheEntry[]; warnings: string[] } {
  const bundle: BundleManifest = JSON.parse(readFileSync(`${root}dist/.vite/manifest.json`, 'utf8'));
  const own = new Set(listClosure(bundle, 'field.html', 'all'));
  const isOwn = (url: string) => own.has(url) && !/\/(resident|office|screen)\.(zh-CN|en)-/.test(url);
  return { manifest: entries.filter(({ url }) => !url.startsWith('assets/') || isOwn(url)), warnings: [] };
}
