import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReadableSecrets } from './find-readable-secrets.ts';

const phone = '13800138000';
const idNumber = '11010519491231002X';
const shapesIn = (text: string) => findReadableSecrets(text, [phone, idNumber]).map((found) => found.shape);

describe('findReadableSecrets', () => {
  it.each([
    [phone, 'plain'],
    [`call ${phone}.`, 'plain'],
    ['138 0013 8000', 'plain'],
    ['138-0013-8000', 'plain'],
    ['1.3.8.0.0.1.3.8.0.0.0', 'plain'],
    [`"${idNumber.toLowerCase()}"`, 'plain'],
    [`+86${phone}`, 'hidden by the country code'],
    ['１３８００１３８０００', 'full width'],
    [`\\x${Buffer.from(phone).toString('hex')}`, 'hex'],
    [Buffer.from(idNumber).toString('hex').toUpperCase(), 'hex'],
    [Buffer.from(phone, 'utf16le').toString('hex'), 'hex of utf-16'],
    [Buffer.from(phone, 'utf16le').toString('latin1'), 'plain'],
  ])('sees %j', (text, shape) => {
    if (shape === 'hidden by the country code')
      expect(findReadableSecrets(text, [phone, `86${phone}`])).not.toEqual([]);
    else expect(shapesIn(text)).toContain(shape);
  });

  it('sees base64 wherever the secret begins in it', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 9 }),
        fc.uint8Array({ maxLength: 9 }),
        fc.constantFrom(phone, idNumber),
        (before, after, secret) => {
          const bytes = Buffer.concat([before, Buffer.from(secret), after]);
          expect(shapesIn(`x ${bytes.toString('base64')} y`)).toContain('base64');
          expect(shapesIn(bytes.toString('base64url'))).toContain('base64');
          const wide = Buffer.concat([before, Buffer.from(secret, 'utf16le'), after]);
          expect(shapesIn(wide.toString('base64'))).toContain('base64 of utf-16');
        },
      ),
    );
  });

  it('sees nothing in what is sealed, masked or longer', () => {
    expect(shapesIn('138****8000 1****************X \\x01e00566')).toEqual([]);
    expect(shapesIn(`7${phone}7`)).toEqual([]);
    expect(() => findReadableSecrets('x', ['12345'])).toThrow(RangeError);
  });
});
