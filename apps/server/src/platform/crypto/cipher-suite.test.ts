import { createCipheriv, createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cipherSuites, suiteNames } from './cipher-suite.ts';
import { createCrypto } from './crypto.ts';
import { CryptoError } from './crypto-error.ts';

const hex = (text: string) => Buffer.from(text, 'hex');

describe('the algorithms of this machine', () => {
  it('are SM4 and SM3 as the standards print them', () => {
    const key = hex('0123456789abcdeffedcba9876543210');
    const once = createCipheriv('sm4-ecb', key, null).update(key);
    expect(once.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
    expect(createHash('sm3').update('abcd'.repeat(16)).digest('hex')).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
  });

  it('run SM4 in counter mode and SM3 as an HMAC', () => {
    const key = hex('0123456789abcdeffedcba9876543210');
    const iv = hex('000102030405060708090a0b0c0d0e0f');
    const pad = createCipheriv('sm4-ecb', key, null).update(iv);
    const plain = Buffer.alloc(16, 0xaa);
    const byHand = Buffer.from(pad.map((byte, at) => byte ^ (plain[at] ?? 0)));
    expect(createCipheriv('sm4-ctr', key, iv).update(plain).equals(byHand)).toBe(true);
    const [inner, outer] = [0x36, 0x5c].map((pattern) =>
      Buffer.alloc(64, pattern).map((byte, at) => byte ^ (key[at] ?? 0)),
    );
    const within = createHash('sm3')
      .update(inner ?? '')
      .update('value')
      .digest();
    const byRule = createHash('sm3')
      .update(outer ?? '')
      .update(within)
      .digest();
    expect(createHmac('sm3', key).update('value').digest().equals(byRule)).toBe(true);
  });
});

describe.each(suiteNames)('suite %s', (name) => {
  const crypto = createCrypto({ masterKey: Buffer.alloc(32, 7), suite: name });

  it('opens what it sealed, and only in its context', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const sealed = crypto.encrypt(plain, 'a');
        expect(crypto.decrypt(sealed, 'a')).toBe(plain);
        expect(() => crypto.decrypt(sealed, 'b')).toThrow(CryptoError);
      }),
    );
  });

  it('refuses bytes changed or cut anywhere', () => {
    const sealed = crypto.encrypt('13800138000', 'a');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => crypto.decrypt(changed, 'a'), `byte ${at}`).toThrow(CryptoError);
      expect(() => crypto.decrypt(sealed.subarray(0, at), 'a'), `length ${at}`).toThrow(CryptoError);
    }
  });

  it('is opened by a crypto that seals with the other', () => {
    const other = createCrypto({ masterKey: Buffer.alloc(32, 7), suite: name === 'sm' ? 'international' : 'sm' });
    expect(other.decrypt(crypto.encrypt('13800138000', 'a'), 'a')).toBe('13800138000');
  });

  it('hashes by its own algorithm and key', () => {
    const suite = cipherSuites[name];
    const [one, two] = [suite.prepare(Buffer.alloc(32, 1)), suite.prepare(Buffer.alloc(32, 2))];
    expect(suite.hash(one, 'x')).toHaveLength(32);
    expect(suite.hash(one, 'x').equals(suite.hash(two, 'x'))).toBe(false);
    const byName = suiteNames.map((each) =>
      cipherSuites[each].hash(cipherSuites[each].prepare(Buffer.alloc(32, 1)), 'x'),
    );
    expect(new Set(byName.map((hash) => hash.toString('hex'))).size).toBe(suiteNames.length);
  });
});
