import { checkAreas } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useCheckAreas = queryHook(checkAreas);
