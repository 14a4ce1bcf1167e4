import type { CallOutput } from '@linli/client';
import { listConsents } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export type ConsentPurposeView = CallOutput<typeof listConsents>['purposes'][number];

export const useListConsents = queryHook(listConsents);
