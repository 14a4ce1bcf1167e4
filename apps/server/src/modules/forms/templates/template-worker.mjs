// Plain JavaScript, because a worker thread does not inherit the loader that lets its parent run TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { insertRows, openXlsx, saveXlsx } from 'hucre';
import { document } from './template-document.mjs';
import { headingOf, isHeading } from './template-headings.mjs';

// Started by template-thread.ts with { task, kind, bytes, layout?, columns?, rows? }; answers { ok, layout } or { ok, bytes } or { ok: false }.
const { task, kind, bytes, layout, columns, rows } = workerData;
const mostHeaderRows = 12;

try {
  const answer = kind === 'xlsx' ? await workbook() : document(workerData);
  parentPort.postMessage({ ok: true, ...answer });
} catch (error) {
  parentPort.postMessage({ ok: false, reason: String(error?.message ?? error).slice(0, 200) });
}
parentPort.close();

async function workbook() {
  const book = await openXlsx(bytes, { readStyles: true });
  if (book.hasMacros) throw new Error('macros');
  if (task === 'read') return { layout: readLayout(book) };
  fillSheet(book.sheets[layout.sheet]);
  return { bytes: await saveXlsx(book) };
}

/** The header is the widest row of words, with the rows of groups merged above it. */
function readLayout(book) {
  const found = book.sheets
    .map((sheet, index) => ({ sheet, index, header: headerRow(sheet) }))
    .filter(({ header }) => header !== null);
  const best = found.toSorted((a, b) => b.header.filled - a.header.filled || a.index - b.index)[0];
  if (!best) throw new Error('no headings');
  const { sheet, index, header } = best;
  const last = lastHeaderRow(sheet, header.at);
  const first = firstHeaderRow(sheet, header.at);
  const headings = [];
  const width = Math.max(...sheet.rows.slice(first, last + 1).map((row) => row?.length ?? 0));
  for (let at = 0; at < width; at++) {
    const parts = [];
    for (let row = first; row <= last; row++) {
      parts.push(textAt(sheet, row, at));
    }
    const text = headingOf(parts);
    if (text !== '') headings.push({ at, text });
  }
  let readyRows = 0;
  while (readyRows < 500 && isReady(sheet, last + 1 + readyRows, header.columns)) readyRows++;
  return {
    sheet: index,
    sheetName: sheet.name,
    headerFrom: first,
    headerUntil: last,
    firstRow: last + 1,
    readyRows,
    headings,
    marked: false,
  };
}

function headerRow(sheet) {
  let best = null;
  for (let at = 0; at < Math.min(sheet.rows.length, mostHeaderRows); at++) {
    const columns = (sheet.rows[at] ?? []).flatMap((value, column) => (isHeading(value) ? [column] : []));
    if (columns.length >= 2 && (best === null || columns.length > best.filled))
      best = { at, filled: columns.length, columns };
  }
  return best;
}

/** Rows above that hold a group merged over several columns, but not a title merged over all of them, nor lines to fill in. */
function firstHeaderRow(sheet, at) {
  let first = at;
  for (let row = at - 1; row >= 0; row--) {
    const filled = (sheet.rows[row] ?? []).filter(isHeading).length;
    if (filled < 2) break;
    first = row;
  }
  return first;
}

/** A row below that only names parts of groups merged above it. */
function lastHeaderRow(sheet, at) {
  const below = sheet.rows[at + 1] ?? [];
  const named = below.flatMap((value, column) => (isHeading(value) ? [column] : []));
  if (named.length === 0) return mergedDown(sheet, at);
  const groups = (sheet.merges ?? []).filter(
    (merge) => merge.startRow <= at && merge.endRow === at && merge.endCol > merge.startCol,
  );
  const inside = named.every((column) => groups.some((merge) => column >= merge.startCol && column <= merge.endCol));
  return inside && groups.length > 0 ? at + 1 : mergedDown(sheet, at);
}

function mergedDown(sheet, at) {
  return Math.max(
    at,
    ...(sheet.merges ?? [])
      .filter((m) => m.startRow <= at && m.endRow >= at && m.endRow - m.startRow < 4)
      .map((m) => m.endRow),
  );
}

/** The text of a cell, or of the merged field it lies in. */
function textAt(sheet, row, column) {
  const merge = (sheet.merges ?? []).find(
    (m) => row >= m.startRow && row <= m.endRow && column >= m.startCol && column <= m.endCol,
  );
  const value = merge ? sheet.rows[merge.startRow]?.[merge.startCol] : sheet.rows[row]?.[column];
  return typeof value === 'string' ? value.replace(/\s+/gu, '').trim() : '';
}

/** A row that waits for data: drawn, with nothing in it but a serial number. */
function isReady(sheet, row, columns) {
  const values = sheet.rows[row];
  if (!values) return false;
  const merged = (sheet.merges ?? []).some((m) => row >= m.startRow && row <= m.endRow && m.endCol - m.startCol >= 2);
  if (merged) return false;
  return columns.every((column, i) => {
    const value = values[column];
    return value === null || value === undefined || value === '' || (i === 0 && typeof value === 'number');
  });
}

/** Rows go under the headings in the look of the first ready row; what stands below moves down, widths and merged fields stay. */
function fillSheet(sheet) {
  const more = rows.length - Math.max(1, layout.readyRows);
  if (more > 0) insertRows(sheet, layout.firstRow + Math.max(1, layout.readyRows), more);
  sheet.cells ??= new Map();
  const look = new Map();
  for (let at = 0; at < 400; at++) {
    const cell = sheet.cells.get(`${layout.firstRow},${at}`);
    if (cell?.style) look.set(at, cell.style);
  }
  const height = sheet.rowDefs?.get(layout.firstRow);
  rows.forEach((row, i) => {
    const at = layout.firstRow + i;
    while (sheet.rows.length <= at) sheet.rows.push([]);
    sheet.rows[at] ??= [];
    if (height && i > 0) sheet.rowDefs.set(at, { ...height });
    for (const [column, style] of look)
      if (!sheet.cells.has(`${at},${column}`))
        sheet.cells.set(`${at},${column}`, { value: null, type: 'empty', style });
    columns.forEach((column, c) => {
      const value = row[c] === '' ? null : row[c];
      while (sheet.rows[at].length <= column) sheet.rows[at].push(null);
      sheet.rows[at][column] = value;
      const style = look.get(column);
      sheet.cells.set(`${at},${column}`, { value, type: typeOf(value), ...(style ? { style } : {}) });
    });
  });
  // Ready rows that were not needed stay as they were drawn.
}

function typeOf(value) {
  if (value === null) return 'empty';
  return typeof value === 'number' ? 'number' : 'string';
}
