export {
  createFiles,
  type Files,
  type StoredFile,
} from './create-files.ts';
export { recordPhoto, wantFiles } from './file-rows.ts';
export { createLocalStore } from './local-store.ts';
export { readBounded } from './read-bounded.ts';
export { createS3Store } from './s3-store.ts';
export { removeBytes, sweepFilesHandlers, sweepFilesJob } from './sweep-files.ts';
