import { undoMerge } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useUndoMerge = commandHook(undoMerge, { invalidates: ['registers'] });
