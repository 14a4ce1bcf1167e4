import { findPublicUnits } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useFindPublicUnits = queryHook(findPublicUnits);
