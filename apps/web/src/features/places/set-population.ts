import { setPopulation } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSetPopulation = commandHook(setPopulation, { invalidates: ['places', 'measures'] });
