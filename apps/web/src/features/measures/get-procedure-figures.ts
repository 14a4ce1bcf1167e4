import { getProcedureFigures } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetProcedureFigures = queryHook(getProcedureFigures);
