import { saveCall } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveCall = commandHook(saveCall, { invalidates: ['cases'] });
