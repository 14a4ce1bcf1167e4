import type { TestProject } from 'vitest/node';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { type BenchServer, startBenchServer } from '../bench/with-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the product of this run answers. */
    productUrl: string;
  }
}

/**
 * Starts the real product once for all journeys: its own process, a new demonstration street, gone afterwards. Its first
 * figures count two months of history; the journeys begin when they have.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const product = await startBenchServer({ size: 'street' });
  await figuresCounted(product);
  project.provide('productUrl', product.url);
  return () => product.stop();
}

async function figuresCounted({ connection }: BenchServer): Promise<void> {
  const pool = createPool(connection, { max: 1, settings: { 'linli.system': 'on' } }, () => undefined);
  const deadline = Date.now() + 120_000;
  try {
    for (;;) {
      const { rows } = await pool.query<{ done: boolean }>(
        `select consumer.seq >= (select max(journal.seq) from journal where journal.at < now() - interval '1 minute') as done
         from consumer where consumer.name = 'measures'`,
      );
      if (rows[0]?.done === true && (await registersFilled(pool))) return;
      if (Date.now() > deadline)
        throw new Error('the figures did not catch up with the journal, or the registers are not filled');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } finally {
    await pool.end();
  }
}

/** The last of what the demonstration fills while its first pages are already read. */
async function registersFilled(pool: ReturnType<typeof createPool>): Promise<boolean> {
  const { rows } = await pool.query(`select from setting where key in ('demo.forms', 'demo.imports', 'demo.privacy')`);
  return rows.length === 3;
}
