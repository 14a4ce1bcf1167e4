import { listAsks, refuseAsk } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRefuseAsk = commandHook(refuseAsk, { invalidates: [listAsks] });
