import { start } from '../apps/server/src/main.ts';
import { printWelcome } from './print-welcome.ts';

/** Starts, says where it is and who may sign in, and stops cleanly on the first signal. */
export async function runProduct(args: readonly string[]): Promise<void> {
  const began = performance.now();
  const running = await start({
    args,
    seed: async (deps) => {
      const { seedDemo } = await import('./demo/seed/seed-demo.ts');
      await seedDemo(deps);
    },
  }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof Error && error.cause) console.error(error.cause);
    process.exit(1);
  });
  await printWelcome(running, Math.round(performance.now() - began));
  const stop = (signal: NodeJS.Signals) => {
    const late = setTimeout(() => process.exit(1), 20_000);
    late.unref();
    running
      .stop()
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        console.error(`stopping on ${signal} failed`, error);
        process.exit(1);
      });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
