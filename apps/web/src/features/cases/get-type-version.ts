import { getTypeVersion } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetTypeVersion = queryHook(getTypeVersion);
