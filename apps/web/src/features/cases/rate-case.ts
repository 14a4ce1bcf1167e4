import { rateCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRateCase = commandHook(rateCase, { invalidates: ['cases'] });
