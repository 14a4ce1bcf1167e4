export {
  createFiles,
  defaultFileLimits,
  type FileKind,
  type FileLimits,
  type Files,
  type StoredFile,
} from './create-files.ts';
export type { FileStore } from './file-store.ts';
export { createLocalStore } from './local-store.ts';
export { createS3Store, type S3Settings } from './s3-store.ts';
