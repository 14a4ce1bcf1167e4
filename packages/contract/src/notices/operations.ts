import { listNotices } from './list-notices.ts';
import { readNotices } from './read-notices.ts';

export const noticesOperations = {
  listNotices,
  readNotices,
} as const;
