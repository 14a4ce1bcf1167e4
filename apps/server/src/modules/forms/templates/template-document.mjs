// Word documents as templates; runs in the thread of template-worker.mjs.
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { headingOf, isHeading } from './template-headings.mjs';

/** Reads a document, or fills it: { layout } or { bytes }. */
export function document({ task, bytes, layout, columns, rows, words }) {
  const zip = new PizZip(bytes);
  if (zip.file('word/vbaProject.bin')) throw new Error('macros');
  const xml = zip.file('word/document.xml')?.asText();
  if (!xml) throw new Error('no document');
  const marked = /\{#\s*rows\s*\}/u.test(xml.replace(/<[^>]*>/gu, ''));
  if (task === 'read') return { layout: marked ? markedLayout(xml) : tableLayout(xml) };
  if (layout.marked) return { bytes: renderMarks(zip, { columns, rows, words }) };
  zip.file('word/document.xml', fillTable(xml, { layout, columns, rows }));
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

/** `rows` holds values by column; marks are named by the headings of the layout or the keys of the columns. */
function renderMarks(zip, { columns, rows, words }) {
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

/** Cells by the columns of the table's grid: one over three columns stands in all three, one that goes on from above says so. */
function gridOf(row) {
  return cellsOf(row).flatMap(([cell], index) => {
    const span = Number(/<w:gridSpan [^>]*w:val="(\d{1,2})"/u.exec(cell)?.[1] ?? 1);
    const goesOn = /<w:vMerge(?: w:val="continue")?\s*\/>/u.test(cell);
    const text = goesOn ? null : wordsIn(cell).replace(/\s+/gu, '');
    return Array.from({ length: span }, () => ({ index, text }));
  });
}

/** The header is the rows of words above the first empty row; the lines to fill in above it are none of it. */
function tableLayout(xml) {
  for (const [sheet, [table]] of tableOf(xml).entries()) {
    const lines = rowsOf(table).map(([row]) => gridOf(row));
    const first = lines.findIndex(
      (cells) => new Set(cells.filter(({ text }) => isHeading(text)).map(({ index }) => index)).size >= 2,
    );
    if (first < 0) continue;
    const isEmpty = (cells) =>
      cells?.every(({ text, index }) => text === '' || (index === 0 && /^\d+$/u.test(text ?? '')));
    const ready = lines.findIndex((cells, at) => at > first && isEmpty(cells));
    if (ready < 0 || ready - first > 3) continue;
    let readyRows = 1;
    while (isEmpty(lines[ready + readyRows])) readyRows++;
    const above = lines.slice(first, ready);
    const headings = lines[ready].flatMap(({ index }, column) => {
      let last = '';
      // What goes on from above is the same words once more.
      const text = headingOf(above.map((cells) => (last = cells[column]?.text ?? last)));
      return text === '' ? [] : [{ at: index, text }];
    });
    return { ...emptyLayout(), sheet, headerFrom: first, headerUntil: ready - 1, firstRow: ready, readyRows, headings };
  }
  throw new Error('no table');
}

/** The first empty row is the pattern of all; further empty rows go, what is below them stays. */
function fillTable(xml, { layout, columns, rows }) {
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
