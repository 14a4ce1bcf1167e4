import { endSubject } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useEndSubject = commandHook(endSubject, { invalidates: ['registers'] });
