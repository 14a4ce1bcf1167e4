import { setAccountActive } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSetAccountActive = commandHook(setAccountActive, { invalidates: ['access'] });
