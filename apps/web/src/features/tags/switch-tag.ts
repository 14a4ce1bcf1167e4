import { listTags, switchTag } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSwitchTag = commandHook(switchTag, { invalidates: [listTags] });
