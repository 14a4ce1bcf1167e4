import { listUnknownAddresses } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListUnknownAddresses = queryHook(listUnknownAddresses);
