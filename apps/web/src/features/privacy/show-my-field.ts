import { showMyField } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useShowMyField = commandHook(showMyField, { invalidates: [] });
