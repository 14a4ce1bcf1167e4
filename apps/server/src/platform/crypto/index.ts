export { type Crypto, CryptoError, createCrypto } from './crypto.ts';
export { loadMasterKey } from './load-master-key.ts';
