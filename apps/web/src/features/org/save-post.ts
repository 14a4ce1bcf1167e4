import { savePost } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSavePost = commandHook(savePost, { invalidates: ['org'] });
