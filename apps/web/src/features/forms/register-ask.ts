import { listAsks, registerAsk } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRegisterAsk = commandHook(registerAsk, { invalidates: [listAsks] });
