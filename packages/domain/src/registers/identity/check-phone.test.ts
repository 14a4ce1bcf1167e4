import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhone } from './check-phone.ts';

describe('checkPhone', () => {
  it.each([
    ['13800138000', 'mobile', '13800138000'],
    ['+86 138-0013-8000', 'mobile', '13800138000'],
    ['0086 138 0013 8000', 'mobile', '13800138000'],
    ['(+86)13800138000', 'mobile', '13800138000'],
    ['１３８００１３８０００', 'mobile', '13800138000'],
    ['013800138000', 'mobile', '13800138000'],
    ['63333333', 'landline', '02163333333'],
    ['021-6333 3333', 'landline', '02163333333'],
    ['+86-21-63333333', 'landline', '02163333333'],
    ['(021)63333333转801', 'landline', '02163333333-801'],
    ['6333-3333-801', 'landline', '02163333333-801'],
  ])('takes %s', (text, kind, normalised) => {
    expect(checkPhone(text)).toMatchObject({ ok: true, kind, normalised });
    expect(checkPhone(normalised)).toMatchObject({ ok: true, kind, normalised });
  });

  it.each([
    ['', 'length'],
    ['1380013800', 'length'],
    ['138001380001', 'length'],
    ['12000006409', 'prefix'],
    ['13333333', 'prefix'],
    ['010-63333333', 'length'],
    ['no phone', 'characters'],
    ['13800138000转1', 'length'],
    ['63333333-1转2', 'length'],
  ])('refuses %j: %s', (text, problem) => {
    expect(checkPhone(text)).toEqual({ ok: false, problem });
  });

  it('takes numbers of no operator in test mode only', () => {
    expect(checkPhone('12000006409', { numbers: 'test' })).toMatchObject({ ok: true, normalised: '12000006409' });
  });

  it('reads what it made as the same, and never throws', () => {
    const pieces = fc.constantFrom(
      '+86',
      '86',
      '0',
      '021',
      '(',
      ')',
      '-',
      ' ',
      '转',
      '138',
      '0013',
      '8000',
      '6333',
      '1',
      'x',
      '＃',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          const read = checkPhone(text);
          if (read.ok) expect(checkPhone(read.normalised)).toEqual(read);
        },
      ),
    );
  });
});
