import { handleCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useHandleCase = commandHook(handleCase, { invalidates: ['cases'] });
