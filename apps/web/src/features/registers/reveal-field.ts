import { revealField } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRevealField = commandHook(revealField, { invalidates: [] });
