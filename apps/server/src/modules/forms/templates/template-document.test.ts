import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { fillTemplate, readTemplate } from './template-thread.ts';

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

describe('a department’s document', () => {
  it('has headings in two rows, merged across and down, under a line to fill in', async () => {
    const merged = (text: string, how: string) => cell(text).replace('<w:tcPr>', `<w:tcPr>${how}`);
    const down = (text: string) => merged(text, '<w:vMerge w:val="restart"/>');
    const goesOn = merged('', '<w:vMerge/>');
    const bytes = wordDocument(
      `<w:tbl><w:tr>${merged('填报单位：', '<w:gridSpan w:val="2"/>')}${merged('填报日期：', '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${down('序号')}${down('姓名')}${merged('联系方式', '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${goesOn}${goesOn}${cell('电话')}${cell('紧急联系人')}</w:tr><w:tr>${cell('1')}${empty.repeat(3)}</w:tr></w:tbl>`,
    );
    const layout = await readTemplate('docx', bytes);
    expect(layout).toMatchObject({ headerFrom: 1, headerUntil: 2, firstRow: 3, readyRows: 1 });
    expect(layout.headings).toEqual([
      { at: 0, text: '序号' },
      { at: 1, text: '姓名' },
      { at: 2, text: '联系方式/电话' },
      { at: 3, text: '联系方式/紧急联系人' },
    ]);
    const filled = await fillTemplate('docx', bytes, {
      layout,
      columns: [0, 1, 3],
      rows: [[1, '张三', '李四']],
      words,
    });
    expect(documentText(filled)).toMatch(/紧急联系人[\s\S]*张三[\s\S]*李四/);
  });

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
