import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from './sorting-csv.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-csv-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(content: string | Buffer): Promise<string> {
  const path = join(folder, 'rows.csv');
  await writeFile(path, content);
  return path;
}

describe('tables of benches', () => {
  it('reads BOM, quoted line breaks, any order of columns, missing optional ones', async () => {
    const path = await file('\ufeffLabel,extra,TEXT\r\n城建,1,"一行\n又一行, ""引"""\r\n');
    expect(await readCsv(path, ['text', 'label'], ['likes'])).toEqual([
      { text: '一行\n又一行, "引"', label: '城建', likes: '' },
    ]);
  });

  it('reads GBK and UTF-16 as spreadsheets save them, and quotes inside of what is not quoted', async () => {
    const gbk = Buffer.from([0xb3, 0xc7, 0xbd, 0xa8]); // 城建
    expect(
      await readCsv(await file(Buffer.concat([Buffer.from('text,label\n'), gbk, Buffer.from(',1\n')])), ['text']),
    ).toEqual([{ text: '城建' }]);
    expect(await readCsv(await file(Buffer.from('\ufefftext\n城建\n', 'utf16le')), ['text'])).toEqual([
      { text: '城建' },
    ]);
    expect(await readCsv(await file('text,label\n他说"不行",1\n'), ['text'])).toEqual([{ text: '他说"不行"' }]);
  });

  it.each([
    ['a missing column', 'text,kind\n甲,乙\n', /column label is missing; wanted text, label, found text, kind/],
    ['no rows', 'text,label\n', /has no rows/],
    ['nothing', '', /column text, label is missing/],
    ['a quote left open', 'text,label\n"甲,乙\n', /rows\.csv: /],
    ['another encoding', Buffer.from([0xb3, 0xc7, 0x2c, 0xbd]), /is neither UTF-8 nor GBK/],
  ])('says what is wrong: %s', async (_name, content, words) => {
    await expect(readCsv(await file(content), ['text', 'label'])).rejects.toThrow(words);
  });

  it('says when there is no file', async () => {
    await expect(readCsv(join(folder, 'nowhere.csv'), ['text'])).rejects.toThrow(/cannot be read/);
  });
});
