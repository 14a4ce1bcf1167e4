import {
  type ClassMeasure,
  findTopics,
  learnToSort,
  type Topic,
  type TopicMessage,
  wordModelToBytes,
} from '@linli/domain';

/** What the thread is asked. */
export type SortingTask =
  | { kind: 'learn'; texts: readonly string[]; labels: readonly string[] }
  | { kind: 'topics'; messages: readonly TopicMessage[]; fewest: number };

export type SortingResult =
  | {
      kind: 'learn';
      bytes: Uint8Array;
      accuracy: number;
      learnedFrom: Record<string, number>;
      measures: ClassMeasure[];
    }
  | { kind: 'topics'; topics: Topic[] };

/** Does the work; pure, and long: never where requests are answered. */
export function doSortingTask(task: SortingTask): SortingResult {
  if (task.kind === 'topics') return { kind: 'topics', topics: findTopics(task.messages, task.fewest) };
  const { model, accuracy, measures } = learnToSort(task.texts, task.labels);
  const learnedFrom = Object.fromEntries(model.classes.map((label, k) => [label, model.learnedFrom[k] ?? 0]));
  return { kind: 'learn', bytes: wordModelToBytes(model), accuracy, learnedFrom, measures };
}
