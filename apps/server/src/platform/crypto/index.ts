export { type Crypto, createCrypto } from './crypto.ts';
export { loadMasterKey } from './load-master-key.ts';
