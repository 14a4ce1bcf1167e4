import type { SeedDeps } from '../apps/server/src/app.ts';
import { start } from '../apps/server/src/main.ts';
import { type DemoSize, demoSizes } from './demo/seed/registers/demo-size.ts';
import { printWelcome } from './print-welcome.ts';

/** Starts, says where it is and who may sign in, and stops cleanly on the first signal. */
export async function runProduct(args: readonly string[]): Promise<void> {
  const began = performance.now();
  const neighbour = args.includes('--street=neighbour');
  const size = readSize(args);
  const stopping = new AbortController();
  let seeding: SeedDeps | null = null;
  let filling: Promise<void> = Promise.resolve();
  const starting = start({
    args,
    seed: async (deps) => {
      seeding = deps;
      const { seedDemo } = await import('./demo/seed/seed-demo.ts');
      await seedDemo({ ...deps, size, neighbour });
    },
  });
  // From the first moment: who is asked to stop while starting ends as cleanly, a little later.
  const stop = (signal: NodeJS.Signals) => {
    const late = setTimeout(() => process.exit(1), 20_000);
    late.unref();
    stopping.abort();
    starting
      .then(async (running) => {
        await filling;
        await running.stop();
        process.exit(0);
      })
      .catch((error: unknown) => {
        console.error(`stopping on ${signal} failed`, error);
        process.exit(1);
      });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  const running = await starting.catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof Error && error.cause) console.error(error.cause);
    process.exit(1);
  });
  if (stopping.signal.aborted) return;
  // The neighbour is there to share cases with: its registers stay empty.
  if (seeding !== null && !neighbour) filling = fillRegisters(seeding, size, stopping.signal);
  await printWelcome(running, Math.round(performance.now() - began));
}

/** `--size=ruijin` asks for the registers of a whole street. A street that is there already keeps the homes it was built with. */
function readSize(args: readonly string[]): DemoSize {
  const wanted = args.find((arg) => arg.startsWith('--size='))?.slice('--size='.length) ?? 'street';
  const size = demoSizes.find((each) => each === wanted);
  if (size) return size;
  console.error(`--size=${wanted}: known sizes are ${demoSizes.join(', ')}`);
  process.exit(1);
}

/** The registers are filled while the first pages are already read. */
async function fillRegisters(deps: SeedDeps, size: DemoSize, signal: AbortSignal): Promise<void> {
  const { seedRegisters } = await import('./demo/seed/registers/seed-registers.ts');
  const { seedForms } = await import('./demo/seed/forms/seed-forms.ts');
  const { seedImports } = await import('./demo/seed/imports/seed-imports.ts');
  const { seedPrivacy } = await import('./demo/seed/privacy/seed-privacy.ts');
  try {
    await seedRegisters({ ...deps, size, signal });
    // Forms stand on the registers: they come when those are whole.
    if (!signal.aborted) await seedForms(deps);
    if (!signal.aborted) await seedImports(deps);
    if (!signal.aborted) await seedPrivacy(deps);
  } catch (error) {
    deps.log.error({ err: error }, 'demonstration: the registers or forms are not filled');
  }
}
