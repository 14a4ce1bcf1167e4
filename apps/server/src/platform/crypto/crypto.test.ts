import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCrypto } from './crypto.ts';
import { CryptoError } from './crypto-error.ts';

const masterKey = Buffer.alloc(32, 7);
const crypto = createCrypto({ masterKey });
const text = fc.string({ unit: 'grapheme' });

describe('createCrypto', () => {
  it('refuses a key of another length', () => {
    expect(() => createCrypto({ masterKey: Buffer.alloc(16) })).toThrow(CryptoError);
  });

  it('opens what it sealed, and only in its context', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const sealed = crypto.encrypt(plain, 'person.phone');
        expect(crypto.decrypt(sealed, 'person.phone')).toBe(plain);
        expect(() => crypto.decrypt(sealed, 'person.id-number')).toThrow(CryptoError);
      }),
    );
  });

  it('refuses bytes changed anywhere', () => {
    const sealed = crypto.encrypt('13800138000', 'person.phone');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => crypto.decrypt(changed, 'person.phone'), `byte ${at}`).toThrow(CryptoError);
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => crypto.decrypt(sealed.subarray(0, length), 'person.phone')).toThrow(CryptoError);
    }
  });

  it('refuses another master key', () => {
    const other = createCrypto({ masterKey: randomBytes(32) });
    expect(() => other.decrypt(crypto.encrypt('x', 'c'), 'c')).toThrow(CryptoError);
  });

  it('hides equality in sealed bytes and does not carry the text', () => {
    const [one, two] = [crypto.encrypt('欧阳娜娜', 'c'), crypto.encrypt('欧阳娜娜', 'c')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes(Buffer.from('欧阳'))).toBe(false);
  });

  it('opens what an earlier release sealed', () => {
    // Written down once: if this fails, stored data can no longer be read.
    const sealed = Buffer.from('AeAFZhOWd5xVANBTmGAkdoUSv/DyflI0iuoqzCPfeKPe/A2s7gWn7Q==', 'base64');
    expect(crypto.decrypt(sealed, 'person.phone')).toBe('13800138000');
    expect(crypto.lookupHash('13800138000', 'person.phone').toString('hex')).toBe(
      'b1a825006e46c5d3bb52964b584c2464ad1a22c4a53eccd079d484597e12d9af',
    );
  });

  it('looks up equal values alike, apart by context and by key', () => {
    const hash = crypto.lookupHash('13800138000', 'person.phone');
    expect(hash).toHaveLength(32);
    expect(crypto.lookupHash('13800138000', 'person.phone').equals(hash)).toBe(true);
    expect(crypto.lookupHash('13800138001', 'person.phone').equals(hash)).toBe(false);
    expect(crypto.lookupHash('13800138000', 'person.id-number').equals(hash)).toBe(false);
    expect(
      createCrypto({ masterKey: randomBytes(32) })
        .lookupHash('13800138000', 'person.phone')
        .equals(hash),
    ).toBe(false);
  });

  it('makes url-safe tokens that do not repeat, and hashes them', () => {
    const tokens = Array.from({ length: 200 }, () => crypto.token());
    expect(new Set(tokens).size).toBe(200);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(crypto.hashToken('a')).toHaveLength(32);
    expect(crypto.hashToken('a').equals(crypto.hashToken('b'))).toBe(false);
  });
});
