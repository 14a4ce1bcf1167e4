import { listNeeds, makeNeedKey } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useMakeNeedKey = commandHook(makeNeedKey, { invalidates: [listNeeds] });
