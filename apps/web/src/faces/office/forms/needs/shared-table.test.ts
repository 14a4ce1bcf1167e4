import { expect, it } from 'vitest';
import { sharedTable } from './shared-table.ts';

it('keeps every cell one cell, and formulas text', () => {
  expect(
    sharedTable(
      ['名称', '备注'],
      [
        ['甲"棚', '=1+1'],
        ['乙,丙', ''],
      ],
    ),
  ).toBe('\ufeff"名称","备注"\r\n"甲""棚","\'=1+1"\r\n"乙,丙",""\r\n');
});
