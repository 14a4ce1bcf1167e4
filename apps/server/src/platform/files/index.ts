export {
  createFiles,
  type Files,
  type StoredFile,
} from './create-files.ts';
export { createLocalStore } from './local-store.ts';
export { readBounded } from './read-bounded.ts';
export { createS3Store } from './s3-store.ts';
