import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomFillSync, timingSafeEqual } from 'node:crypto';
import { CryptoError } from './crypto-error.ts';

export const suiteNames = ['international', 'sm'] as const;
export type SuiteName = (typeof suiteNames)[number];

/** Bytes of every key that is kept: a suite makes of it what its algorithms need. */
export const KEY_BYTES = 32;

/** A key made ready for one suite. */
export type SuiteKey = { cipher: Buffer; mac: Buffer };

/** A set of algorithms behind which everything stored is sealed and hashed. */
export type CipherSuite = {
  readonly name: SuiteName;
  /** Header byte of what it seals. */
  readonly mark: number;
  prepare(key: Buffer): SuiteKey;
  /** iv, ciphertext, tag. `bound` is not stored but must be the same again on opening. */
  seal(key: SuiteKey, plain: Buffer, bound: Buffer): Buffer;
  /** The plain bytes; CryptoError when anything differs. */
  open(key: SuiteKey, sealed: Buffer, bound: Buffer): Buffer;
  /** 32 bytes. */
  hash(key: SuiteKey, value: string): Buffer;
  /** A key for one purpose out of the master key. */
  derive(master: Buffer, name: string): Buffer;
};

// One call of the random source for many values: it costs more than the sealing itself. Bytes are given out once.
const pool = Buffer.alloc(4096);
let poolAt = pool.length;

function takeRandom(bytes: number): Buffer {
  if (poolAt + bytes > pool.length) {
    randomFillSync(pool);
    poolAt = 0;
  }
  poolAt += bytes;
  return Buffer.from(pool.subarray(poolAt - bytes, poolAt));
}

const GCM_IV_BYTES = 12;
const GCM_TAG_BYTES = 16;

/** AES-256-GCM, HMAC-SHA-256. */
const international: CipherSuite = {
  name: 'international',
  mark: 2,
  prepare: (key) => ({ cipher: key, mac: key }),
  seal(key, plain, bound) {
    const iv = takeRandom(GCM_IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key.cipher, iv).setAAD(bound);
    const body = cipher.update(plain);
    cipher.final();
    return Buffer.concat([iv, body, cipher.getAuthTag()]);
  },
  open(key, sealed, bound) {
    if (sealed.length < GCM_IV_BYTES + GCM_TAG_BYTES) throw new CryptoError('sealed data is too short');
    const decipher = createDecipheriv('aes-256-gcm', key.cipher, sealed.subarray(0, GCM_IV_BYTES), {
      authTagLength: GCM_TAG_BYTES,
    })
      .setAAD(bound)
      .setAuthTag(sealed.subarray(-GCM_TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(GCM_IV_BYTES, -GCM_TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new CryptoError('sealed data cannot be opened', { cause });
    }
  },
  hash: (key, value) => createHmac('sha256', key.mac).update(value, 'utf8').digest(),
  derive: (master, name) => Buffer.from(hkdfSync('sha256', master, '', name, KEY_BYTES)),
};

const SM4_KEY_BYTES = 16;
const SM4_IV_BYTES = 16;
const SM3_BYTES = 32;

/** SM4-CTR then HMAC-SM3 over what it made (GB/T 32907, GB/T 32905), with a key each; the tag is checked before anything is opened. */
const sm: CipherSuite = {
  name: 'sm',
  mark: 3,
  prepare: (key) => ({
    cipher: createHmac('sm3', key).update('sm4-ctr').digest().subarray(0, SM4_KEY_BYTES),
    mac: createHmac('sm3', key).update('hmac-sm3').digest(),
  }),
  seal(key, plain, bound) {
    const iv = takeRandom(SM4_IV_BYTES);
    const cipher = createCipheriv('sm4-ctr', key.cipher, iv);
    const body = cipher.update(plain);
    cipher.final();
    return Buffer.concat([iv, body, smTag(key, bound, iv, body)]);
  },
  open(key, sealed, bound) {
    if (sealed.length < SM4_IV_BYTES + SM3_BYTES) throw new CryptoError('sealed data is too short');
    const iv = sealed.subarray(0, SM4_IV_BYTES);
    const body = sealed.subarray(SM4_IV_BYTES, -SM3_BYTES);
    if (!timingSafeEqual(smTag(key, bound, iv, body), sealed.subarray(-SM3_BYTES))) {
      throw new CryptoError('sealed data cannot be opened');
    }
    const decipher = createDecipheriv('sm4-ctr', key.cipher, iv);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  },
  hash: (key, value) => createHmac('sm3', key.mac).update(value, 'utf8').digest(),
  derive: (master, name) => Buffer.from(hkdfSync('sm3', master, '', name, KEY_BYTES)),
};

// `bound` is of one length for one kind of sealed bytes, or ends in a zero byte: no two inputs read alike.
function smTag(key: SuiteKey, bound: Buffer, iv: Buffer, body: Buffer): Buffer {
  return createHmac('sm3', key.mac).update(bound).update(iv).update(body).digest();
}

export const cipherSuites: Readonly<Record<SuiteName, CipherSuite>> = { international, sm };

export function suiteOfMark(mark: number | undefined): CipherSuite | undefined {
  return suiteNames.map((name) => cipherSuites[name]).find((suite) => suite.mark === mark);
}
