/**
 * Concurrent requests share one transaction: while a batch is in flight, callers queue up and go together in the next.
 * Measured 2.5 times the rate of one transaction each (docs/decisions/0004).
 */
export interface GroupCommit<T, R> {
  submit(item: T): Promise<R>;
  /** Waits for everything submitted. */
  close(): Promise<void>;
}

interface Waiting<T, R> {
  item: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

/** `run` answers one result per item, in order. A batch that fails is tried again item by item: one bad row hurts nobody else. */
export function createGroupCommit<T, R>(options: {
  run(items: readonly T[]): Promise<readonly R[]>;
  maxBatch?: number;
  maxInFlight?: number;
}): GroupCommit<T, R> {
  // One at a time: several side by side gain no rate on two cores and make each other late (docs/decisions/0004).
  const maxBatch = options.maxBatch ?? 64;
  const maxInFlight = options.maxInFlight ?? 1;
  const queue: Waiting<T, R>[] = [];
  const flights = new Set<Promise<void>>();
  let inFlight = 0;
  let closed = false;

  /** Answers what tells each caller of the batch its result. */
  async function fly(batch: readonly Waiting<T, R>[]): Promise<() => void> {
    try {
      const all = await options.run(batch.map((w) => w.item));
      const results = batch.map((_, i) => all[i]);
      return () =>
        batch.forEach((w, i) => {
          const result = results[i];
          if (result === undefined) w.reject(new Error('group commit: a result is missing'));
          else w.resolve(result);
        });
    } catch (error) {
      if (batch.length === 1) return () => batch[0]?.reject(error);
      const tells: (() => void)[] = [];
      for (const w of batch) tells.push(await fly([w]));
      return () => {
        for (const tell of tells) tell();
      };
    }
  }

  function launch(): void {
    while (queue.length > 0 && inFlight < maxInFlight) {
      inFlight++;
      const flight = fly(queue.splice(0, maxBatch)).then(async (tell) => {
        inFlight--;
        launch();
        // The next batch is on its way before callers go on: the database works while their answers are written.
        await new Promise(setImmediate);
        tell();
        flights.delete(flight);
      });
      flights.add(flight);
    }
  }

  return {
    submit(item) {
      if (closed) return Promise.reject(new Error('group commit is closed'));
      return new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        // Next tick: requests parsed in the same turn of the event loop fly together.
        if (queue.length === 1) setImmediate(launch);
      });
    },
    async close() {
      closed = true;
      while (queue.length > 0 || flights.size > 0) {
        launch();
        await Promise.all(flights);
      }
    },
  };
}
