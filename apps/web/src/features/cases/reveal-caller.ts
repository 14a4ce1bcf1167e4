import { revealCaller } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRevealCaller = commandHook(revealCaller, { invalidates: [] });
