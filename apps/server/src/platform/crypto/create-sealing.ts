import type { SuiteName } from './cipher-suite.ts';
import { type Crypto, createCrypto } from './crypto.ts';
import { createDataKeys, type DataKeys } from './data-keys.ts';

/** Crypto and the data keys it works with. The keys must be opened with the database before anything is sealed. */
export function createSealing(options: { masterKey: Buffer; suite: SuiteName }): {
  crypto: Crypto;
  dataKeys: DataKeys;
} {
  const dataKeys = createDataKeys(options);
  return { crypto: createCrypto({ ...options, keys: dataKeys }), dataKeys };
}
