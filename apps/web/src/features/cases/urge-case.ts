import { urgeCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useUrgeCase = commandHook(urgeCase, { invalidates: ['cases'] });
