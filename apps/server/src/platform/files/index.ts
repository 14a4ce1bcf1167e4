export {
  createFiles,
  type Files,
  type StoredFile,
} from './create-files.ts';
export { createLocalStore } from './local-store.ts';
export { createS3Store } from './s3-store.ts';
