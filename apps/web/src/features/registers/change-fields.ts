import { changeFields } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useChangeFields = commandHook(changeFields, { invalidates: ['registers'] });
