// Plain JavaScript, because a worker thread does not inherit the loader that lets its parent run TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { parse } from 'csv-parse/sync';
import { streamXlsxRows } from 'hucre/xlsx';

// Started by table-file.ts with { bytes, mostRows }; the messages are its type `FromTableWorker`.
const { bytes, mostRows } = workerData;
const rowsPerMessage = 1000;
const cellCharacters = 5000;
const mostColumns = 200;

try {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) await readSheet();
  else readText();
  parentPort.postMessage({ kind: 'done' });
} catch (error) {
  parentPort.postMessage({ kind: 'unreadable', reason: String(error?.code ?? error?.message ?? error).slice(0, 120) });
}
parentPort.close();

async function readSheet() {
  const send = sender('xlsx', '');
  for await (const row of streamXlsxRows(bytes)) if (!send.row(row.index + 1, row.values.map(cellText))) return;
  send.end();
}

function readText() {
  const { text, encoding } = decode(bytes);
  const start = text.slice(0, 4000);
  const delimiter = [',', '\t', ';'].sort((a, b) => start.split(b).length - start.split(a).length)[0];
  const send = sender('csv', encoding);
  parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    on_record: (record, { lines }) => {
      send.row(lines, record);
      return null; // already passed on: nothing is kept
    },
  });
  send.end();
}

/** The first row with two filled cells is the heading; what stands above it is a title. */
function sender(format, encoding) {
  let headings = null;
  let count = 0;
  let batch = [];
  const flush = () => {
    if (batch.length > 0) parentPort.postMessage({ kind: 'rows', rows: batch });
    batch = [];
  };
  return {
    row(line, cells) {
      const filled = cells.filter((cell) => cell !== '').length;
      if (filled === 0) return true;
      if (headings === null) {
        if (filled < 2) return true;
        headings = cells.slice(0, mostColumns).map((cell) => cell.replace(/\s+/gu, ' ').trim().slice(0, 80));
        parentPort.postMessage({ kind: 'headings', headings, format, encoding });
        return true;
      }
      if (++count > mostRows) {
        const error = new Error('too long');
        error.code = 'table-too-long';
        throw error;
      }
      const kept = headings.map((_, i) => clean(cells[i] ?? ''));
      batch.push({ line, cells: kept });
      if (batch.length >= rowsPerMessage) flush();
      return true;
    },
    end() {
      flush();
      if (headings === null) throw new Error('empty');
    },
  };
}

/** UTF-8 with or without a mark, UTF-16 as spreadsheets save “Unicode text”, else GB18030, which takes in GBK and GB 2312. */
function decode(raw) {
  if (raw[0] === 0xff && raw[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(raw), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(raw), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(raw), encoding: 'GB18030' };
  }
}

function cellText(value) {
  if (value === null || value === undefined) return '';
  // A sheet knows no zones: the wall clock is written as if it were UTC.
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 19).replace('T', ' ');
  if (typeof value === 'object') return String(value.text ?? value.result ?? '').trim();
  return String(value).trim();
}

/** Without what PostgreSQL cannot keep. */
function clean(cell) {
  const text = cell.includes('\u0000') ? cell.replaceAll('\u0000', '') : cell;
  return (text.length > cellCharacters ? text.slice(0, cellCharacters) : text).toWellFormed?.() ?? text;
}
