import { listAccounts } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListAccounts = queryHook(listAccounts);
