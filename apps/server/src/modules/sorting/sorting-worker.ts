import { parentPort, workerData } from 'node:worker_threads';
import { doSortingTask } from './sorting-task.ts';

// Started by run-sorting.ts with one task; answers with its result and ends.
parentPort?.postMessage(doSortingTask(workerData));
