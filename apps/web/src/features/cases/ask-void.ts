import { askVoid } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAskVoid = commandHook(askVoid, { invalidates: ['cases'] });
