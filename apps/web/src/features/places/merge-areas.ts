import { mergeAreas } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useMergeAreas = commandHook(mergeAreas, { invalidates: ['places'] });
