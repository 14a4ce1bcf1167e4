import { splitHousehold } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSplitHousehold = commandHook(splitHousehold, { invalidates: ['registers'] });
