import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { refuse } from './errors.ts';

/** One row of a table; `line` is where it stands in the file as a person opens it. */
export interface TableRow {
  line: number;
  cells: readonly string[];
}

export interface TableHead {
  headings: string[];
  format: 'csv' | 'xlsx';
  /** Of a CSV file: `UTF-8`, `UTF-16` or `GB18030`; empty for a sheet, which says it itself. */
  encoding: string;
}

/** What the thread says; only table-file-worker.mjs speaks on this channel. */
type FromTableWorker =
  | ({ kind: 'headings' } & TableHead)
  | { kind: 'rows'; rows: TableRow[] }
  | { kind: 'done' }
  | { kind: 'unreadable'; reason: string };

const workerMemoryMib = 768;

/**
 * A table from CSV (UTF-8, UTF-16, GB18030; comma, semicolon or tab) or an .xlsx sheet, read in a thread of its own. First the head, then
 * rows in batches; every row has as many cells as there are headings. Refuses `table-unreadable`, also after `longestMs`, and `table-too-long`.
 */
export async function* readTable(
  bytes: Buffer,
  options: { mostRows: number; longestMs?: number },
): AsyncGenerator<TableHead | TableRow[], undefined> {
  const worker = new Worker(new URL('./table-file-worker.mjs', import.meta.url), {
    workerData: { bytes: new Uint8Array(bytes), mostRows: options.mostRows },
    resourceLimits: { maxOldGenerationSizeMb: workerMemoryMib },
  });
  // Ends the thread, which ends the loop below without a word.
  const timer = options.longestMs === undefined ? null : setTimeout(() => void worker.terminate(), options.longestMs);
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      const said = message as FromTableWorker;
      if (said.kind === 'done') return;
      if (said.kind === 'rows') yield said.rows;
      else if (said.kind === 'headings')
        yield { headings: said.headings, format: said.format, encoding: said.encoding };
      else if (said.reason === 'table-too-long') refuse('table-too-long', { max: options.mostRows });
      else refuse('table-unreadable');
    }
    return refuse('table-unreadable'); // the thread ended without a word
  } catch (error) {
    // A small file may unfold to more than the thread may hold.
    if ((error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('table-unreadable'); // Node's errors carry a code
    throw error;
  } finally {
    if (timer) clearTimeout(timer);
    await worker.terminate();
  }
}
