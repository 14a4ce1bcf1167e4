import * as contract from '@linli/contract';
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

function wordDocument(body: string): Buffer {
  const zip = new PizZip();
  zip.file(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
const cell = (text: string, look = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="2000"/></w:tcPr><w:p><w:r>${look}<w:t>${text}</w:t></w:r></w:p></w:tc>`;
const empty = '<w:tc><w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p></w:tc>';
const documentText = (bytes: Buffer) => new PizZip(bytes).file('word/document.xml')?.asText() ?? '';
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

describe('a department’s document', () => {
  it('with marks is filled by them', async () => {
    const row = `<w:tr>${cell('{#rows}{姓名}')}${cell('{年龄}{/rows}')}</w:tr>`;
    const bytes = wordDocument(
      `<w:p><w:r><w:t>{name}</w:t></w:r></w:p><w:tbl><w:tr>${cell('姓名')}${cell('年龄')}</w:tr>${row}</w:tbl>`,
    );
    const layout = await readTemplate('docx', bytes);
    expect(layout).toMatchObject({ marked: true, headings: [{ text: '姓名' }, { text: '年龄' }] });
    const filled = await fillTemplate('docx', bytes, {
      layout,
      columns: [['姓名'], ['年龄']],
      rows: [
        ['张三', 80],
        ['李四<&', 81],
      ],
      words: { name: '名册' },
    });
    expect(documentText(filled)).toMatch(/名册[\s\S]*张三[\s\S]*80[\s\S]*李四&lt;&amp;[\s\S]*81/);
  });

  it('with an untouched table has its empty row repeated in its own look', async () => {
    const bytes = wordDocument(
      `<w:tbl><w:tr>${cell('姓名')}${cell('联系电话')}</w:tr><w:tr>${empty}${empty}</w:tr><w:tr>${empty}${empty}</w:tr><w:tr>${cell('合计')}${cell('人')}</w:tr></w:tbl>`,
    );
    const layout = await readTemplate('docx', bytes);
    expect(layout).toMatchObject({ marked: false, firstRow: 1, readyRows: 2 });
    const filled = documentText(
      await fillTemplate('docx', bytes, {
        layout,
        columns: [0, 1],
        rows: [
          ['甲', '1'],
          ['乙', '2'],
          ['丙', '3'],
        ],
        words,
      }),
    );
    expect(filled.match(/<w:tr>/g)?.length).toBe(5);
    expect(filled).toMatch(/甲[\s\S]*乙[\s\S]*丙[\s\S]*合计/);
    expect(filled.match(/<w:jc w:val="center"\/>/g)?.length).toBe(6);
  });

  it('runs nothing that stands in a mark', async () => {
    const bytes = wordDocument('<w:p><w:r><w:t>{constructor}{#rows}{toString}{/rows}</w:t></w:r></w:p>');
    const layout = await readTemplate('docx', bytes);
    const filled = documentText(await fillTemplate('docx', bytes, { layout, columns: [['a']], rows: [['x']], words }));
    expect(filled).not.toMatch(/function|native code/);
  });
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
