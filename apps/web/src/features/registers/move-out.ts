import { moveOut } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useMoveOut = commandHook(moveOut, { invalidates: ['registers'] });
