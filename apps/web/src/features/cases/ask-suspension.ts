import { askSuspension } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAskSuspension = commandHook(askSuspension, { invalidates: ['cases'] });
