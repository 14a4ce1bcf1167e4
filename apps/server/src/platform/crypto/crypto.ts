import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Secrets at rest. A `context` names what is protected ('person.phone'): each has its own key, so a value moved to another
 * column cannot be read there. An interface, so that SM4 and SM3 can stand behind it where they are required.
 */
export type Crypto = {
  /** Sealed bytes for a column. The same text gives different bytes each time. */
  encrypt(plain: string, context: string): Buffer;
  /** The text again. Throws `CryptoError` when the bytes were changed, belong to another context or another key. */
  decrypt(sealed: Buffer, context: string): string;
  /** 32 bytes to look a value up by without reading it: equal values of one context have equal hashes under one key. */
  lookupHash(value: string, context: string): Buffer;
  /** A new secret for a cookie or a link: 32 random bytes, url-safe, 43 characters. */
  token(): string;
  /** 32 bytes to store instead of a token. Tokens are random, so no key and no slow hash are needed. */
  hashToken(token: string): Buffer;
};

/** The bytes could not be opened; says nothing of their content. */
export class CryptoError extends Error {
  override readonly name = 'CryptoError';
}

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of sealed data: AES-256-GCM with a key by HKDF-SHA-256. Other ciphers take other numbers. */
const VERSION_AES_256_GCM = 1;
const HEADER = Buffer.from([VERSION_AES_256_GCM]);

/** Crypto from one master key of 32 bytes. Layout of sealed bytes: version (1), iv (12), ciphertext, tag (16). */
export function createCrypto({ masterKey }: { masterKey: Buffer }): Crypto {
  if (masterKey.length !== KEY_BYTES) throw new CryptoError(`the master key must be ${KEY_BYTES} bytes`);
  const keys = new Map<string, Buffer>();

  function keyFor(purpose: string, context: string): Buffer {
    const name = `linli/1/${purpose}/${context}`;
    const known = keys.get(name);
    if (known !== undefined) return known;
    const key = Buffer.from(hkdfSync('sha256', masterKey, '', name, KEY_BYTES));
    keys.set(name, key);
    return key;
  }

  return {
    encrypt(plain, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyFor('encrypt', context), iv).setAAD(HEADER);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([HEADER, iv, body, cipher.getAuthTag()]);
    },
    decrypt(sealed, context) {
      if (sealed[0] !== VERSION_AES_256_GCM) throw new CryptoError('unknown version of sealed data');
      if (sealed.length < 1 + IV_BYTES + TAG_BYTES) throw new CryptoError('sealed data is too short');
      const iv = sealed.subarray(1, 1 + IV_BYTES);
      const body = sealed.subarray(1 + IV_BYTES, -TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', keyFor('encrypt', context), iv, { authTagLength: TAG_BYTES })
        .setAAD(HEADER)
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new CryptoError('sealed data cannot be opened', { cause });
      }
    },
    lookupHash: (value, context) => createHmac('sha256', keyFor('lookup', context)).update(value, 'utf8').digest(),
    token: () => randomBytes(KEY_BYTES).toString('base64url'),
    hashToken: (token) => createHash('sha256').update(token, 'utf8').digest(),
  };
}
