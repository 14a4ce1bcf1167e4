import { on } from 'node:events';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import {
  numberFormats,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
  toCell,
  toSheetName,
  toText,
} from './spreadsheet-cells.ts';

export type { SheetColumn, SheetRow } from './spreadsheet-cells.ts';

export const spreadsheetContentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** To the worker: the next rows (none means the end), or the permission to send one more chunk. */
type ToWorker = { kind: 'rows'; rows: SheetCell[][] } | { kind: 'go-on' };
/** From the worker: a wish for rows, a part of the file, or the end. */
type FromWorker = { kind: 'want-rows' } | { kind: 'chunk'; bytes: Uint8Array } | { kind: 'done' };

const ROWS_PER_MESSAGE = 500;
const WORKER_MEMORY_MIB = 256;

/**
 * An .xlsx workbook as a stream: one sheet with a fixed header row (a further sheet after 1,048,576 rows). It is written in
 * a thread of its own, and rows are taken only as fast as the file is read, so memory does not grow with it. Text stays
 * text, whatever it begins with; days and instants are real dates in the site's zone. When `rows` fails the stream fails
 * with the same error; when the stream is destroyed early, `rows` is closed and the thread ended.
 */
export function writeSpreadsheet(sheet: {
  sheetName: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>;
}): Readable {
  return Readable.from(produceChunks(sheet), { objectMode: false });
}

async function* produceChunks({ sheetName, columns, rows }: Parameters<typeof writeSpreadsheet>[0]) {
  const batches = takeBatches(rows, columns);
  const worker = startWorker(sheetName, columns);
  try {
    for await (const [message] of on(worker, 'message')) {
      // Only spreadsheet-worker.mjs speaks on this channel.
      const said = message as FromWorker;
      if (said.kind === 'done') return;
      if (said.kind === 'chunk') yield said.bytes;
      worker.postMessage(await answer(said));
    }
  } finally {
    await worker.terminate();
    await batches.return(undefined);
  }

  async function answer(said: FromWorker): Promise<ToWorker> {
    if (said.kind !== 'want-rows') return { kind: 'go-on' };
    const next = await batches.next();
    return { kind: 'rows', rows: next.done ? [] : next.value };
  }
}

async function* takeBatches(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  columns: readonly SheetColumn[],
): AsyncGenerator<SheetCell[][], undefined> {
  let batch: SheetCell[][] = [];
  for await (const row of rows) {
    batch.push(columns.map(({ key, kind }) => toCell(row[key], kind)));
    if (batch.length < ROWS_PER_MESSAGE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function startWorker(sheetName: string, columns: readonly SheetColumn[]): Worker {
  const definitions = columns.map(({ header, width, kind }) => {
    const numFmt = numberFormats[kind];
    return { header: toText(header), width, ...(numFmt === undefined ? {} : { numFmt }) };
  });
  return new Worker(new URL('./spreadsheet-worker.mjs', import.meta.url), {
    workerData: { name: toSheetName(sheetName), columns: definitions },
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MIB },
  });
}
