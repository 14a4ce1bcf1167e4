import { listTags, saveTag } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveTag = commandHook(saveTag, { invalidates: [listTags] });
