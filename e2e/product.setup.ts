import type { TestProject } from 'vitest/node';
import { startBenchServer } from '../bench/with-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the product of this run answers. */
    productUrl: string;
  }
}

/** Starts the real product once for all journeys: its own process, a new demonstration street, gone afterwards. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const product = await startBenchServer();
  project.provide('productUrl', product.url);
  return () => product.stop();
}
