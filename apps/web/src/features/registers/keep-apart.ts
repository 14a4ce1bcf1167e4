import { keepApart } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useKeepApart = commandHook(keepApart, { invalidates: ['registers'] });
