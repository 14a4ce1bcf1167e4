import { redrawAreas } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRedrawAreas = commandHook(redrawAreas, { invalidates: ['places'] });
