// Plain JavaScript, because a worker thread does not inherit the loader that lets its parent run TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import Docxtemplater from 'docxtemplater';
import { insertRows, openXlsx, saveXlsx } from 'hucre';
import PizZip from 'pizzip';

// Started by template-thread.ts with { task, kind, bytes, layout?, columns?, rows? }; answers { ok, layout } or { ok, bytes } or { ok: false }.
const { task, kind, bytes, layout, columns, rows, words } = workerData;
const mostHeaderRows = 12;

try {
  const answer = kind === 'xlsx' ? await workbook() : document();
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
      const text = textAt(sheet, row, at);
      if (text !== '' && parts.at(-1) !== text) parts.push(text);
    }
    if (parts.length > 0) headings.push({ at, text: parts.join('/').slice(0, 120) });
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

function isHeading(value) {
  return typeof value === 'string' && value.trim() !== '' && value.trim().length <= 40;
}

/** Rows above that hold a group merged over several columns, but not a title merged over all of them. */
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

function document() {
  const zip = new PizZip(bytes);
  if (zip.file('word/vbaProject.bin')) throw new Error('macros');
  const xml = zip.file('word/document.xml')?.asText();
  if (!xml) throw new Error('no document');
  const marked = /\{#\s*rows\s*\}/u.test(xml.replace(/<[^>]*>/gu, ''));
  if (task === 'read') return { layout: marked ? markedLayout(xml) : tableLayout(xml) };
  if (layout.marked) return { bytes: renderMarks(zip) };
  zip.file('word/document.xml', fillTable(xml));
  return { bytes: zip.generate({ type: 'uint8array', compression: 'DEFLATE' }) };
}

function markedLayout(xml) {
  const text = xml.replace(/<[^>]*>/gu, '');
  const inside = /\{#\s*rows\s*\}(.*?)\{\/\s*rows\s*\}/su.exec(text)?.[1] ?? '';
  const marks = [...inside.matchAll(/\{([^#/{}][^{}]{0,60})\}/gu)].map((match) => match[1].trim());
  if (marks.length === 0) throw new Error('no marks');
  return { ...emptyLayout(), marked: true, headings: [...new Set(marks)].map((mark, at) => ({ at, text: mark })) };
}

function emptyLayout() {
  return {
    sheet: 0,
    sheetName: '',
    headerFrom: 0,
    headerUntil: 0,
    firstRow: 1,
    readyRows: 1,
    headings: [],
    marked: false,
  };
}

function typeOf(value) {
  if (value === null) return 'empty';
  return typeof value === 'number' ? 'number' : 'string';
}

/** `rows` holds values by column; marks are named by the headings of the layout or the keys of the columns. */
function renderMarks(zip) {
  // No expressions: a mark is a name, nothing is run.
  const parser = (tag) => ({ get: (scope) => (Object.hasOwn(Object(scope), tag) ? scope[tag] : '') });
  const doc = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true, parser, nullGetter: () => '' });
  doc.render({
    ...words,
    rows: rows.map((row) => Object.fromEntries(columns.flatMap((names, c) => names.map((name) => [name, row[c]])))),
  });
  return doc.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}

// The tables of WordprocessingML nest rows and cells without attributes of meaning to us: they are cut by their tags.
function tableOf(xml) {
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu)];
}

function rowsOf(table) {
  return [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)];
}

function cellsOf(row) {
  return [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gsu)];
}

function wordsIn(cell) {
  return fromEntities([...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map((match) => match[1]).join(''));
}

function tableLayout(xml) {
  const tables = tableOf(xml);
  for (const [sheet, [table]] of tables.entries()) {
    const lines = rowsOf(table).map(([row]) => cellsOf(row).map(([cell]) => wordsIn(cell).replace(/\s+/gu, '')));
    const headerAt = lines.findIndex((cells) => cells.filter((text) => text !== '' && text.length <= 40).length >= 2);
    if (headerAt < 0 || lines.length <= headerAt + 1) continue;
    const headings = lines[headerAt].flatMap((text, at) => (text === '' ? [] : [{ at, text: text.slice(0, 120) }]));
    let readyRows = 0;
    while (lines[headerAt + 1 + readyRows]?.every((text, i) => text === '' || (i === 0 && /^\d+$/u.test(text))))
      readyRows++;
    if (readyRows === 0) continue;
    return {
      ...emptyLayout(),
      sheet,
      headerFrom: headerAt,
      headerUntil: headerAt,
      firstRow: headerAt + 1,
      readyRows,
      headings,
    };
  }
  throw new Error('no table');
}

/** The first empty row is the pattern of all; further empty rows go, what is below them stays. */
function fillTable(xml) {
  const match = tableOf(xml)[layout.sheet];
  if (!match) throw new Error('no table');
  const [table] = match;
  const lines = rowsOf(table);
  const pattern = lines[layout.firstRow]?.[0];
  if (!pattern) throw new Error('no row');
  const from = lines[layout.firstRow].index;
  const lastReady = lines[layout.firstRow + layout.readyRows - 1];
  const until = lastReady.index + lastReady[0].length;
  const filled = rows.map((row) => {
    let at = -1;
    return pattern.replace(/<w:tc[ >].*?<\/w:tc>/gsu, (cell) => {
      at++;
      const c = columns.indexOf(at);
      return c < 0 ? cell : putText(cell, String(row[c] ?? ''));
    });
  });
  const body = filled.length > 0 ? filled.join('') : pattern;
  const done = table.slice(0, from) + body + table.slice(until);
  return xml.slice(0, match.index) + done + xml.slice(match.index + table.length);
}

/** The text into the cell's first paragraph, with the look of the run that stands there. */
function putText(cell, text) {
  const look = /<w:rPr>.*?<\/w:rPr>/su.exec(cell)?.[0] ?? '';
  const run = `<w:r>${look}<w:t xml:space="preserve">${toEntities(text)}</w:t></w:r>`;
  const bare = cell.replace(/<w:r[ >].*?<\/w:r>/gsu, '');
  if (/<w:p\/>|<w:p [^>]*\/>/u.test(bare)) return bare.replace(/<w:p(?: [^>]*)?\/>/u, `<w:p>${run}</w:p>`);
  return bare.replace(/<\/w:p>/u, `${run}</w:p>`);
}

/** Text as XML holds it, without what XML 1.0 section 2.2 forbids. */
function toEntities(text) {
  const allowed = [...text].filter((character) => character >= ' ' || '\t\n\r'.includes(character)).join('');
  return allowed
    .replace(/[\ufffe\uffff]/gu, '')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;');
}

function fromEntities(text) {
  return text
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&');
}
