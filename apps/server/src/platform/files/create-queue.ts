import { refuse } from '../errors.ts';

/**
 * Runs tasks one after another in the order given. When `maxWaiting` tasks wait already, a further one is refused as
 * `unavailable`: each holds an upload in memory.
 */
export function createQueue({ maxWaiting }: { maxWaiting: number }): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (task) => {
    if (waiting >= maxWaiting) return refuseLater();
    waiting += 1;
    const result = last.then(task).finally(() => {
      waiting -= 1;
    });
    // The next task does not care how this one ended; its caller does.
    last = result.catch(() => undefined);
    return result;
  };
}

async function refuseLater(): Promise<never> {
  return refuse('unavailable');
}
