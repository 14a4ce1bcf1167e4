import { listConsents } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListConsents = queryHook(listConsents);
