import { makeMyCopy } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useMakeMyCopy = commandHook(makeMyCopy, { invalidates: ['privacy'] });
