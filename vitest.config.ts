import { defineConfig } from 'vitest/config';

const ignored = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    env: { TZ: 'Asia/Shanghai', NODE_ENV: 'test' },
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          include: ['packages/**/*.test.ts', 'scripts/**/*.test.ts', 'apps/web/**/*.test.{ts,tsx}'],
          exclude: [...ignored, 'scripts/demo/seed/**', 'scripts/replay/**'],
          testTimeout: 10_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          // One project for all that may need PostgreSQL, so that one server serves the whole run.
          include: [
            'apps/server/**/*.test.ts',
            'packs/**/*.test.ts',
            'scripts/{demo/seed,replay}/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: ignored,
          globalSetup: ['apps/server/src/test/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          // One product, started as `npm start` does, for all journeys of the run.
          include: ['e2e/**/*.test.ts'],
          exclude: ignored,
          globalSetup: ['e2e/product.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
