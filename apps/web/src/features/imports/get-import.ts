import { getImport } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetImport = queryHook(getImport);
