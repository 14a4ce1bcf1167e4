import type { FormField } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { fillableFields } from './fillable-fields.ts';

const field = (key: string, zh: string, kind: FormField['kind'] = 'select'): FormField => ({
  key,
  kind,
  label: { zh },
  required: true,
  personal: false,
});
const definitions = [
  { code: 'noise', form: [field('source', '哪里来的'), field('unit', '哪个单位', 'unit')] },
  { code: 'thrown', form: [field('source', '怎么来的')] },
  { code: 'other', form: [field('pieces', '几盏')] },
];
const mapping = { columns: [], values: [], typeCode: null };
const zh = ({ zh: text }: { zh: string }) => text;

describe('fields a column can be mapped to', () => {
  it('are those of the kinds the classes lead to, whether a column is mapped yet or not', () => {
    const values = [{ to: 'type' as const, from: '噪声', value: 'noise' }];
    expect(fillableFields(definitions, { ...mapping, values }, zh)).toEqual([{ key: 'source', label: '哪里来的' }]);
    expect(fillableFields(definitions, { ...mapping, typeCode: 'other' }, zh)).toEqual([
      { key: 'pieces', label: '几盏' },
    ]);
  });

  it('carry every name of a key that two kinds share, and keep what is mapped', () => {
    const values = ['noise', 'thrown'].map((value) => ({ to: 'type' as const, from: value, value }));
    const columns = [
      { heading: '甲', to: 'form.pieces' },
      { heading: '乙', to: 'form.gone' },
    ];
    expect(fillableFields(definitions, { ...mapping, values, columns }, zh)).toEqual([
      { key: 'pieces', label: '几盏' },
      { key: 'gone', label: 'gone' },
      { key: 'source', label: '哪里来的 / 怎么来的' },
    ]);
  });
});
