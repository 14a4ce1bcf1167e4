import { confirmFields } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useConfirmFields = commandHook(confirmFields, { invalidates: ['registers'] });
