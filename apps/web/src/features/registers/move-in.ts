import { moveIn } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useMoveIn = commandHook(moveIn, { invalidates: ['registers'] });
