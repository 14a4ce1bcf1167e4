import { readNotices } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useReadNotices = commandHook(readNotices, { invalidates: ['notices'] });
