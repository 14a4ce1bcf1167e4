import { Worker } from 'node:worker_threads';

/** What stands on the pages, top to bottom. */
export type PdfBlock =
  | { kind: 'heading' | 'text'; text: string }
  | { kind: 'line'; label: string; value: string }
  | { kind: 'signatures'; names: readonly string[] }
  | { kind: 'picture'; jpeg: Buffer }
  | { kind: 'table'; widths: readonly number[]; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'new-page' };

export interface PdfPaper {
  title: string;
  reference: string | null;
  /** Faint words across each page. */
  watermark: string | null;
  /** Small print at the foot of each page. */
  foot: string;
  blocks: readonly PdfBlock[];
}

const workerMemoryMib = 256;
const longestMs = 30_000;
/** Letters that fit across an A4 page, corner to corner, at 36 pt. */
const fitsLarge = 20;

/** An A4 paper in Chinese as a PDF with its fonts embedded. Written in a thread of its own; throws when that fails or takes over 30 s. */
export function writePdf(paper: PdfPaper): Promise<Buffer> {
  const worker = new Worker(new URL('./pdf-worker.mjs', import.meta.url), {
    workerData: definitionOf(paper),
    resourceLimits: { maxOldGenerationSizeMb: workerMemoryMib },
  });
  return new Promise<Buffer>((resolve, reject) => {
    const timer = setTimeout(() => {
      void worker.terminate();
      reject(new Error('a paper took too long to write'));
    }, longestMs);
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the paper writer ended without a paper')); // no effect after an answer
    });
  });
}

/** The same as pdfmake's document definition. */
function definitionOf(paper: PdfPaper): object {
  return {
    pageSize: 'A4',
    pageMargins: [72, 64, 72, 64],
    defaultStyle: { font: 'Noto', fontSize: 11, lineHeight: 1.45 },
    info: { title: paper.title },
    ...(paper.watermark ? { watermark: watermarkOf(paper.watermark) } : {}),
    footer: { text: paper.foot, alignment: 'center', fontSize: 8, color: '#666666', margin: [0, 24, 0, 0] },
    content: [
      { text: paper.title, fontSize: 20, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
      ...(paper.reference ? [{ text: paper.reference, alignment: 'right', margin: [0, 0, 0, 12] }] : []),
      ...paper.blocks.map(blockOf),
    ],
  };
}

/** Few words large, more of them as large as fit across the page. */
function watermarkOf(text: string): object {
  const size = text.length <= fitsLarge ? { fontSize: 36 } : {};
  return { text, opacity: 0.07, ...size };
}

function blockOf(block: PdfBlock): object {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, bold: true, fontSize: 12, margin: [0, 10, 0, 4] };
    case 'text':
      return { text: block.text, margin: [0, 0, 0, 6], leadingIndent: 22 };
    case 'line':
      return {
        columns: [
          { width: 104, text: block.label, color: '#444444' },
          { width: '*', text: block.value || '____________________' },
        ],
        columnGap: 8,
        margin: [0, 0, 0, 4],
      };
    case 'signatures':
      return {
        margin: [0, 20, 0, 0],
        stack: block.names.map((name) => ({
          columns: [
            { width: '*', text: `${name}：____________________` },
            { width: 190, text: '______ 年 ____ 月 ____ 日' },
          ],
          margin: [0, 0, 0, 14],
        })),
      };
    case 'table':
      return {
        table: {
          headerRows: 1,
          widths: [...block.widths],
          body: [[...block.head], ...block.rows.map((row) => [...row])],
        },
        fontSize: 10,
        margin: [0, 8, 0, 8],
      };
    case 'new-page':
      return { text: '', pageBreak: 'before' };
    case 'picture':
      return {
        image: `data:image/jpeg;base64,${block.jpeg.toString('base64')}`,
        fit: [450, 560],
        margin: [0, 10, 0, 0],
      };
  }
}
