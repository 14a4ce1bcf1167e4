import { checkCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useCheckCase = commandHook(checkCase, { invalidates: ['cases'] });
