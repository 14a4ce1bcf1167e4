import { dispatchCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDispatchCase = commandHook(dispatchCase, { invalidates: ['cases'] });
