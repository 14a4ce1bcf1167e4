import { listTags, tryTagRule } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useTryTagRule = commandHook(tryTagRule, { invalidates: [listTags] });
