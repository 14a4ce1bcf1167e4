import { returnCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useReturnCase = commandHook(returnCase, { invalidates: ['cases'] });
