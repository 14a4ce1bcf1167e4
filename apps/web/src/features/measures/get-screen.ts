import { getScreen } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetScreen = queryHook(getScreen);
