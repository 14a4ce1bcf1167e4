import { fillReturn, getReturn, listReturns } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useFillReturn = commandHook(fillReturn, { invalidates: [getReturn, listReturns] });
