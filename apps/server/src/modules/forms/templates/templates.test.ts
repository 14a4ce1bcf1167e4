import * as contract from '@linli/contract';
import { proposeColumns } from '@linli/domain';
import { openXlsx, saveXlsx, writeXlsx } from 'hucre';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aloneForm,
  createFormScene,
  elderFields,
  type FormScene,
  headersOf,
  permit,
  returnOf,
} from '../form-scene.fixture.ts';
import { checkZip } from './check-zip.ts';
import { fillTemplate, readTemplate } from './template-thread.ts';

/** A department's sheet: a title over all, a header of two rows with a group, two ready rows, a line for the signature. */
async function sheetOfDepartment(): Promise<Buffer> {
  const bold = {
    font: { bold: true, name: '宋体', size: 12 },
    border: { top: { style: 'thin' as const }, bottom: { style: 'thin' as const } },
  };
  const cells = new Map<string, { style: typeof bold }>();
  for (const key of ['3,0', '3,1', '3,2', '3,3', '3,4', '3,5']) cells.set(key, { style: bold });
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '名册',
        rows: [
          ['XX街道独居老人名册', null, null, null, null, null],
          ['序号', '姓名', '年龄', '联系方式', null, '备注'],
          [null, null, null, '电话', '结对关爱人', null],
          [1, null, null, null, null, null],
          [2, null, null, null, null, null],
          ['填表人：', null, null, '负责人：', null, null],
        ],
        columns: [{ width: 6 }, { width: 22 }, { width: 8 }, { width: 18 }, { width: 16 }, { width: 30 }],
        cells,
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 5 },
          { startRow: 1, startCol: 3, endRow: 1, endCol: 4 },
          ...[0, 1, 2, 5].map((column) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column })),
        ],
      },
    ],
  });
  return Buffer.from(bytes);
}

const words = { name: '', period: '' };

describe('a department’s sheet', () => {
  it('is read with its header of two rows, and given back in its own layout', async () => {
    const bytes = await sheetOfDepartment();
    const layout = await readTemplate('xlsx', bytes);
    expect(layout).toMatchObject({ headerFrom: 1, headerUntil: 2, firstRow: 3, readyRows: 2 });
    expect(layout.headings.map((heading) => heading.text)).toEqual([
      '序号',
      '姓名',
      '年龄',
      '联系方式/电话',
      '联系方式/结对关爱人',
      '备注',
    ]);
    const rows = [1, 2, 3, 4].map((n) => [n, `老人${n}`, 80 + n, `1380013800${n}`, '']);
    const filled = await fillTemplate('xlsx', bytes, { layout, columns: [0, 1, 2, 3, 4], rows, words });
    const book = await openXlsx(filled, { readStyles: true });
    const sheet = book.sheets[0];
    expect(sheet?.rows[0]?.[0]).toBe('XX街道独居老人名册');
    expect(sheet?.rows.slice(3, 7).map((row) => row.slice(1, 4))).toEqual(rows.map((row) => row.slice(1, 4)));
    // The signature moved down by the two rows that were added; widths, merged fields and looks are theirs.
    expect(sheet?.rows[7]?.[0]).toBe('填表人：');
    expect(sheet?.merges?.filter((merge) => merge.endCol > merge.startCol).length).toBe(2);
    expect(sheet?.columns?.[1]?.width).toBeCloseTo(22, 0);
    expect(sheet?.cells?.get('6,1')?.style?.font).toMatchObject({ bold: true, name: '宋体' });
  });

  it('keeps a text a text, whatever it begins with', async () => {
    const bytes = await sheetOfDepartment();
    const layout = await readTemplate('xlsx', bytes);
    const filled = await fillTemplate('xlsx', bytes, {
      layout,
      columns: [1],
      rows: [['=HYPERLINK("http://x")']],
      words,
    });
    const sheet = (await openXlsx(filled)).sheets[0];
    expect([sheet?.rows[3]?.[1], sheet?.cells?.get('3,1')?.formula]).toEqual(['=HYPERLINK("http://x")', undefined]);
  });
});

it('a line to fill in above the headings is none of them, and a stroke inside a heading stays in it', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '附件2',
        rows: [
          ['冬季高龄独居老人关爱摸底表（试行）'],
          ['填报单位：', null, null, '填报日期：    年    月    日', null],
          ['序号', '姓名', '基本情况', null, '居住状况（独居/纯老等）'],
          [null, null, '性别', '年龄', null],
          [1],
          ['合计'],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
          { startRow: 1, startCol: 0, endRow: 1, endCol: 2 },
          { startRow: 1, startCol: 3, endRow: 1, endCol: 4 },
          { startRow: 2, startCol: 2, endRow: 2, endCol: 3 },
          ...[0, 1, 4].map((column) => ({ startRow: 2, startCol: column, endRow: 3, endCol: column })),
        ],
      },
    ],
  });
  const layout = await readTemplate('xlsx', Buffer.from(bytes));
  expect(layout).toMatchObject({ headerFrom: 2, headerUntil: 3, firstRow: 4, readyRows: 1 });
  const headings = ['序号', '姓名', '基本情况/性别', '基本情况/年龄', '居住状况（独居／纯老等）'];
  expect(layout.headings.map(({ text }) => text)).toEqual(headings);
  expect(proposeColumns(headings, 'person').map(({ column }) => column?.bind === 'field' && column.field)).toEqual([
    false,
    false,
    'sex',
    false,
    'livingArrangement',
  ]);
});

describe('files that are refused', () => {
  it('macros, embedded programs, bombs, damage and sheets without headings', async () => {
    const sheet = await sheetOfDepartment();
    const withMacro = new PizZip(sheet).file('xl/vbaProject.bin', 'x').generate({ type: 'nodebuffer' });
    const bomb = new PizZip(sheet)
      .file('xl/media/a.bin', Buffer.alloc(61 * 1024 * 1024))
      .generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect([
      checkZip(sheet),
      checkZip(withMacro),
      checkZip(bomb),
      checkZip(Buffer.from('no zip at all, only words here')),
    ]).toEqual([true, false, false, false]);
    const bare = Buffer.from(await writeXlsx({ sheets: [{ name: 'x', rows: [['一段话']] }] }));
    await expect(readTemplate('xlsx', bare)).rejects.toMatchObject({ code: 'template-refused' });
    await expect(readTemplate('docx', sheet)).rejects.toMatchObject({ code: 'template-refused' });
  });
});

describe('upload and file', () => {
  let scene: FormScene;
  beforeAll(async () => {
    scene = await createFormScene();
    await scene.add(
      'person',
      'east1',
      '张阿婆',
      { born: '1940-05-01', livingArrangement: 'alone', pairedHelper: '王组长' },
      { secrets: { phone: '13800138001' } },
    );
    await permit(scene, 'elders', elderFields);
  }, 120_000);
  afterAll(() => scene.test.close());

  it('takes the department’s sheet, proposes its columns, and gives the approved rows in it', async () => {
    const { http } = scene.test.app;
    const own = await headersOf(scene, scene.department);
    const headers = { ...own, 'content-type': 'application/octet-stream' };
    const sheet = await sheetOfDepartment();
    const answer = await http.inject({
      method: 'POST',
      url: `/api/form-templates?name=${encodeURIComponent('名册.xlsx')}`,
      headers,
      payload: sheet,
    });
    const read = answer.json<{
      templateId: string;
      noun: string;
      columns: { heading: string; column: { bind: string; field?: string; computed?: string } | null }[];
    }>();
    expect(read.noun).toBe('person');
    expect(read.columns.map(({ column }) => column?.field ?? column?.computed ?? null)).toEqual([
      'serial',
      'name',
      'age',
      'phone',
      'pairedHelper',
      null,
    ]);
    const macro = await http.inject({
      method: 'POST',
      url: '/api/form-templates?name=a.xlsm',
      headers,
      payload: sheet,
    });
    expect(macro.json()).toMatchObject({ error: { code: 'template-refused' } });
    const stranger = await http.inject({
      method: 'POST',
      url: '/api/form-templates?name=a.xlsx',
      headers: { 'x-linli': '1', 'content-type': 'application/octet-stream' },
      payload: sheet,
    });
    expect(stranger.statusCode).toBe(401);
    const columns = aloneForm.columns.filter(({ key }) => key !== 'c6' && key !== 'c7');
    const formId = await scene.publish({ columns, templateId: read.templateId });
    const returnId = await returnOf(scene, formId, 'east');
    for (const act of ['check', 'give'] as const) {
      const { form } = await scene.secretary.call(contract.getReturn, { returnId });
      await scene.secretary.call(contract.moveReturn, { returnId, revision: form.revision, act });
    }
    const { form } = await scene.chief.call(contract.getReturn, { returnId });
    await scene.chief.call(contract.decideReturn, { returnId, revision: form.revision, approve: true });
    const file = await http.inject({
      method: 'GET',
      url: `/api/form-file?formId=${formId}&period=2026-03`,
      headers: own,
    });
    const book = await openXlsx(file.rawPayload);
    expect(book.sheets[0]?.rows[3]?.slice(0, 5)).toEqual([1, '张阿婆', 85, '13800138001', '王组长']);
    const other = await http.inject({
      method: 'GET',
      url: `/api/form-file?formId=${formId}&period=2026-03`,
      headers: await headersOf(scene, scene.otherDepartment),
    });
    expect(other.json()).toMatchObject({ error: { code: 'not-allowed' } });
    expect(await saveXlsx(book)).toBeInstanceOf(Uint8Array);
  });
});
