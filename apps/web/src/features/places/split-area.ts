import { splitArea } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSplitArea = commandHook(splitArea, { invalidates: ['places'] });
