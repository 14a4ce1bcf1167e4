import { askExclusion } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAskExclusion = commandHook(askExclusion, { invalidates: ['cases'] });
