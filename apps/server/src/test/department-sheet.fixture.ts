import { openXlsx, writeXlsx } from 'hucre';

/** A department's own empty sheet: a title over all, headings in two rows with merged cells, one ready row, a line for the signature. */
export async function departmentSheet(): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '名册',
        rows: [
          ['独居老人巡访名册', null, null, null, null],
          ['序号', '姓名', '性别', '出生日期', '联系人'],
          [null, null, null, null, '紧急联系人'],
          [1, null, null, null, null],
          ['填表人：', null, null, null, null],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
          ...[0, 1, 2, 3].map((column) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column })),
        ],
      },
    ],
  });
  return Buffer.from(bytes);
}

/** The cells of the first sheet, row by row. */
export async function rowsOfSheet(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  return (await openXlsx(bytes)).sheets[0]?.rows ?? [];
}
