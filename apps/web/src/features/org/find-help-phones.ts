import { findHelpPhones } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useFindHelpPhones = queryHook(findHelpPhones);
