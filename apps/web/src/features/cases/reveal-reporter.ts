import { revealReporter } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRevealReporter = commandHook(revealReporter, { invalidates: [] });
