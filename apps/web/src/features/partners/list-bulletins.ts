import { listBulletins } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListBulletins = queryHook(listBulletins);
