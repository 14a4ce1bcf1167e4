import { searchAddresses } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useSearchAddresses = queryHook(searchAddresses);
