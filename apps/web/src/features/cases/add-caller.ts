import { addCaller } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAddCaller = commandHook(addCaller, { invalidates: ['cases'] });
