import { listImports } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListImports = queryHook(listImports);
