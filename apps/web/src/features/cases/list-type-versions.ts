import { listTypeVersions } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListTypeVersions = queryHook(listTypeVersions);
