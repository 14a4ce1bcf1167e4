import { listUnits } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListUnits = queryHook(listUnits);
