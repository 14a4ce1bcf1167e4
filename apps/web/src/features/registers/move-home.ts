import { moveHome } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useMoveHome = commandHook(moveHome, { invalidates: ['registers'] });
