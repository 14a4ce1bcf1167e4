import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type SheetColumn, type SheetRow, writeSpreadsheet } from './spreadsheet.ts';
import { toCell, toSheetName, toText } from './spreadsheet-cells.ts';

const columns: SheetColumn[] = [
  { header: '事项编号', key: 'code', width: 16, kind: 'text' },
  { header: '满意度', key: 'score', width: 8, kind: 'number' },
  { header: '发现日期', key: 'day', width: 12, kind: 'day' },
  { header: '办结时间', key: 'at', width: 18, kind: 'instant' },
];

async function roundTrip(rows: AsyncIterable<SheetRow> | Iterable<SheetRow>, sheetName = '事项清单') {
  const bytes = await buffer(writeSpreadsheet({ sheetName, columns, rows }));
  return (await readXlsx(bytes)).sheets;
}

describe('writeSpreadsheet', () => {
  it('writes Chinese headers, numbers and real dates in the site’s zone', async () => {
    const [sheet] = await roundTrip([
      { code: '漏水-001', score: 5, day: '2026-11-22', at: new Date('2026-11-22T16:30:00Z') },
      { code: '𠮷', score: 0.5, day: null, at: '2026-01-01T00:00:00+08:00' },
      {},
    ]);
    expect(sheet?.name).toBe('事项清单');
    expect(sheet?.rows.slice(0, 3)).toEqual([
      ['事项编号', '满意度', '发现日期', '办结时间'],
      ['漏水-001', 5, new Date('2026-11-22T00:00:00Z'), new Date('2026-11-23T00:30:00Z')],
      ['𠮷', 0.5, null, new Date('2026-01-01T00:00:00Z')],
    ]);
  });

  it.each(['=1+1', '=cmd|" /C calc"!A0', '+861380013', '-2+3', '@SUM(A1)', '\t=1+1', '=HYPERLINK("http://x")'])(
    'keeps %j as text',
    async (text) => {
      const bytes = await buffer(
        writeSpreadsheet({ sheetName: 'x', columns, rows: [{ code: text, score: text, day: text, at: text }] }),
      );
      const { sheets } = await readXlsx(bytes, { readStyles: true });
      expect(sheets[0]?.rows[1]).toEqual([text, text, text, text]);
      const cells = [...(sheets[0]?.cells?.values() ?? [])];
      expect(cells.filter((cell) => cell.formula !== undefined || cell.type === 'formula')).toEqual([]);
    },
  );

  it('survives any text, with what XML cannot carry left out', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { numRuns: 300, seed: 7 });
    const odd = ['\u0000a\u0008', 'a\u000bb', '<&>"\'', ']]>', 'line\nbreak', '\ud800half', 'half\udc00', '_x0041_'];
    const rows = [...texts, ...odd].map((text, at) => ({ code: text, score: at }));
    const [sheet] = await roundTrip(rows);
    expect(sheet?.rows).toHaveLength(rows.length + 1);
    const read = sheet?.rows.slice(1).map((row) => row[0] ?? '');
    const kept = (text: string) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids
      text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '').replace(/\r\n?/g, '\n');
    expect(read?.map((text) => String(text).replace(/\r\n?/g, '\n'))).toEqual(rows.map(({ code }) => kept(code)));
  });

  it('streams many rows without taking them all at once', async () => {
    let taken = 0;
    let given = 0;
    const stream = writeSpreadsheet({ sheetName: 'x', columns, rows: makeRows(60_000) });
    const parts: Uint8Array[] = [];
    for await (const part of stream) {
      if (parts.length === 0) taken = given;
      parts.push(part);
    }
    expect(taken).toBeLessThan(30_000);
    let count = 0;
    for await (const row of streamXlsxRows(Buffer.concat(parts))) count += row.values.length > 0 ? 1 : 0;
    expect(count).toBe(60_001);

    async function* makeRows(total: number) {
      for (; given < total; given += 1)
        yield { code: `事项-${given}-${Math.sin(given)}`, score: given, day: '2026-11-22' };
    }
  });

  it('fails with the error of its rows', async () => {
    async function* failing() {
      yield { code: 'one' };
      throw new Error('the database went away');
    }
    await expect(roundTrip(failing())).rejects.toThrow('the database went away');
  });

  it('closes its rows when nobody reads on', async () => {
    let markClosed = () => {};
    const closed = new Promise<void>((resolve) => {
      markClosed = resolve;
    });
    async function* endless() {
      try {
        for (let at = 0; ; at += 1) yield { code: `${at}-${Math.random()}` };
      } finally {
        markClosed();
      }
    }
    const stream = writeSpreadsheet({ sheetName: 'x', columns, rows: endless() });
    for await (const _ of stream) break;
    await closed;
    expect(stream.destroyed).toBe(true);
  });
});

describe('toCell', () => {
  it.each([
    ['2026-02-30', 'day', '2026-02-30'],
    ['not a day', 'day', 'not a day'],
    ['soon', 'instant', 'soon'],
    ['12', 'number', '12'],
    [Number.NaN, 'number', null],
    [true, 'text', 'true'],
    ['', 'text', null],
    [undefined, 'instant', null],
  ] as const)('%j in a column of %s is %j', (value, kind, expected) => {
    expect(toCell(value, kind)).toBe(expected);
  });

  it('cuts what a cell cannot hold, never through a character', () => {
    expect(toText('字'.repeat(40_000))).toHaveLength(32_767);
    expect(toText(`${'a'.repeat(32_766)}𠮷`)).toBe('a'.repeat(32_766));
  });
});

describe('toSheetName', () => {
  it.each([
    ['事项[2026/11]', '事项 2026 11'],
    ["'quoted'", 'quoted'],
    ['', 'Sheet1'],
    ['字'.repeat(40), '字'.repeat(31)],
  ])('%j → %j', (name, expected) => {
    expect(toSheetName(name)).toBe(expected);
  });
});
