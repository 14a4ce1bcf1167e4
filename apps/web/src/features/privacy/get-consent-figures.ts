import { getConsentFigures } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetConsentFigures = queryHook(getConsentFigures);
