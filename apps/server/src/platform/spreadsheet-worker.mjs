// Plain JavaScript, because a worker thread does not inherit the loader that lets its parent run TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { writeXlsxStream } from 'hucre/xlsx';

// Started by spreadsheet.ts with { name, columns }; the messages are its types `ToWorker` and `FromWorker`.
// The writer asks for rows while its last chunk still waits to be taken, so each question has its own answer.
const waiting = new Map();
parentPort.on('message', (message) => waiting.get(message.kind)?.(message));

const stream = writeXlsxStream(readRows(), { ...workerData, freezePane: { rows: 1 } });
for await (const bytes of stream) await ask({ kind: 'chunk', bytes }, 'go-on');
parentPort.postMessage({ kind: 'done' });
parentPort.close();

async function* readRows() {
  for (;;) {
    const { rows } = await ask({ kind: 'want-rows' }, 'rows');
    if (rows.length === 0) return;
    yield* rows;
  }
}

/** Sends one message and waits for its answer: rows come and chunks go one at a time, so neither side piles up. */
function ask(message, answerKind) {
  return new Promise((resolve) => {
    waiting.set(answerKind, resolve);
    parentPort.postMessage(message);
  });
}
