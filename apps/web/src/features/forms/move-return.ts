import { moveReturn } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useMoveReturn = commandHook(moveReturn, { invalidates: ['forms'] });
