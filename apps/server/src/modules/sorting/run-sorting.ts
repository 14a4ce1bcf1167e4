import { Worker } from 'node:worker_threads';
import type { SortingResult, SortingTask } from './sorting-task.ts';

const workerMemoryMib = 1536;

/** Runs a task in a thread of its own, so that neither requests nor deadlines wait for it. Rejects when the thread fails or `signal` ends it. */
export function runSorting(task: SortingTask, signal: AbortSignal): Promise<SortingResult> {
  const worker = new Worker(programOfThread(), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: workerMemoryMib },
  });
  return new Promise((resolve, reject) => {
    const end = () => void worker.terminate();
    signal.addEventListener('abort', end, { once: true });
    worker.once('message', (result: SortingResult) => resolve(result));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', end);
      reject(new Error(`the sorting thread ended with ${code}`));
    });
  });
}

/** Beside the bundle lies the bundled thread; beside the sources one that can read them. */
function programOfThread(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('./sorting-worker-from-source.mjs', import.meta.url)
    : new URL('./sorting-worker.mjs', import.meta.url);
}
