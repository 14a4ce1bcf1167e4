import { addSubject } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAddSubject = commandHook(addSubject, { invalidates: ['registers'] });
