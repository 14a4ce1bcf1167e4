import { listRevealsAboutMe } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListRevealsAboutMe = queryHook(listRevealsAboutMe);
