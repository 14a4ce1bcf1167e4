import { createHash, randomBytes } from 'node:crypto';
import {
  type CipherSuite,
  cipherSuites,
  KEY_BYTES,
  type SuiteKey,
  type SuiteName,
  suiteOfMark,
} from './cipher-suite.ts';
import { CryptoError } from './crypto-error.ts';

/**
 * Secrets at rest. A `context` names what is protected ('person.phone'): each has its own key, so a value moved to another
 * column cannot be read there. Contexts in use stand in `sealed-columns.ts`.
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

/** A data key in memory, ready for its suite. */
export type DataKey = { version: number; suite: SuiteName; key: SuiteKey };

/** Data keys by context; what it does not know is derived from the master key. */
export type KeyRing = {
  /** The key to seal with now. */
  sealingKey(context: string): DataKey | undefined;
  /** The key of one version; version 0 is the derived one of earlier releases. */
  keyOfVersion(context: string, version: number): DataKey | undefined;
  lookupKey(context: string): DataKey | undefined;
};

/** First byte of what releases without data keys sealed: AES-256-GCM, key by HKDF-SHA-256 of the master key. One byte of header. */
const MARK_DERIVED = 1;
const DERIVED_HEADER = Buffer.from([MARK_DERIVED]);
/** Suite's mark (1), version of the data key (2). */
const HEADER_BYTES = 3;

const encryptName = (context: string) => `linli/1/encrypt/${context}`;
const lookupName = (context: string) => `linli/1/lookup/${context}`;

/** The keys an installation without data keys works with: they become version 0 and the first look-up key when it gets them. */
export function deriveContextKey(
  purpose: 'encrypt' | 'lookup',
  master: Buffer,
  context: string,
  suite: SuiteName,
): Buffer {
  return cipherSuites[suite].derive(master, purpose === 'encrypt' ? encryptName(context) : lookupName(context));
}

/**
 * Crypto from one master key of 32 bytes and the data keys it opens. `suite` is what new values are sealed with where no data key
 * says; whatever was sealed with either stays readable. Sealed bytes: mark (1), key version (2), iv, ciphertext, tag.
 */
export function createCrypto(options: { masterKey: Buffer; suite?: SuiteName; keys?: KeyRing }): Crypto {
  const { masterKey, suite: chosen = 'international', keys } = options;
  if (masterKey.length !== KEY_BYTES) throw new CryptoError(`the master key must be ${KEY_BYTES} bytes`);
  const derived = new Map<string, SuiteKey>();

  function derivedKey(purpose: 'encrypt' | 'lookup', context: string, suite: CipherSuite): SuiteKey {
    const name = `${suite.name}/${purpose}/${context}`;
    const known = derived.get(name);
    if (known !== undefined) return known;
    const key = suite.prepare(deriveContextKey(purpose, masterKey, context, suite.name));
    derived.set(name, key);
    return key;
  }

  function openDerived(sealed: Buffer, context: string): Buffer {
    const kept = keys?.keyOfVersion(context, 0);
    const suite = cipherSuites.international;
    return suite.open(kept?.key ?? derivedKey('encrypt', context, suite), sealed.subarray(1), DERIVED_HEADER);
  }

  function openWithDataKey(sealed: Buffer, context: string): Buffer {
    const suite = suiteOfMark(sealed[0]);
    if (suite === undefined) throw new CryptoError('unknown version of sealed data');
    if (sealed.length < HEADER_BYTES) throw new CryptoError('sealed data is too short');
    const header = sealed.subarray(0, HEADER_BYTES);
    const version = sealed.readUInt16BE(1);
    const body = sealed.subarray(HEADER_BYTES);
    if (version === 0) return suite.open(derivedKey('encrypt', context, suite), body, header);
    const found = keys?.keyOfVersion(context, version);
    if (found === undefined || found.suite !== suite.name) throw new CryptoError('the data key is not known');
    return suite.open(found.key, body, header);
  }

  return {
    encrypt(plain, context) {
      const text = Buffer.from(plain, 'utf8');
      const found = keys?.sealingKey(context);
      if (found !== undefined) return sealWith(cipherSuites[found.suite], found.key, found.version, text);
      if (chosen !== 'international') {
        return sealWith(cipherSuites[chosen], derivedKey('encrypt', context, cipherSuites[chosen]), 0, text);
      }
      const key = derivedKey('encrypt', context, cipherSuites.international);
      return Buffer.concat([DERIVED_HEADER, cipherSuites.international.seal(key, text, DERIVED_HEADER)]);
    },
    decrypt(sealed, context) {
      const open = sealed[0] === MARK_DERIVED ? openDerived : openWithDataKey;
      return open(sealed, context).toString('utf8');
    },
    lookupHash(value, context) {
      const found = keys?.lookupKey(context);
      if (found !== undefined) return cipherSuites[found.suite].hash(found.key, value);
      return cipherSuites[chosen].hash(derivedKey('lookup', context, cipherSuites[chosen]), value);
    },
    token: () => randomBytes(KEY_BYTES).toString('base64url'),
    hashToken: (token) => createHash('sha256').update(token, 'utf8').digest(),
  };
}

function sealWith(suite: CipherSuite, key: SuiteKey, version: number, plain: Buffer): Buffer {
  const header = sealedHeader(suite.name, version);
  return Buffer.concat([header, suite.seal(key, plain, header)]);
}

/** How sealed bytes of a suite and key version begin. */
export function sealedHeader(suite: SuiteName, version: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header[0] = cipherSuites[suite].mark;
  header.writeUInt16BE(version, 1);
  return header;
}
