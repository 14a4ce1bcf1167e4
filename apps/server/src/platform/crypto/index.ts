export { changeMasterKey } from './change-master-key.ts';
export { createSealing } from './create-sealing.ts';
export { type Crypto, createCrypto } from './crypto.ts';
export { type DataKeys, dataKeysVersion } from './data-keys.ts';
export { loadMasterKey } from './load-master-key.ts';
export { rehashContext } from './rehash-context.ts';
export { rotateContext } from './rotate-context.ts';
export { sealedContexts } from './sealed-columns.ts';
