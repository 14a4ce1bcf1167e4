import { getCareFigures } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetCareFigures = queryHook(getCareFigures);
