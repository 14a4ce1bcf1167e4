import type { CallOutput } from '@linli/client';
import { listUnknownAddresses } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export type UnknownAddress = CallOutput<typeof listUnknownAddresses>['addresses'][number];

export const useListUnknownAddresses = queryHook(listUnknownAddresses);
