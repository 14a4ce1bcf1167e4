import { askExtension } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAskExtension = commandHook(askExtension, { invalidates: ['cases'] });
