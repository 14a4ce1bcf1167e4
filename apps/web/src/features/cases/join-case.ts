import { joinCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useJoinCase = commandHook(joinCase, { invalidates: ['cases'] });
