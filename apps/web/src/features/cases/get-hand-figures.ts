import { getHandFigures } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetHandFigures = queryHook(getHandFigures);
