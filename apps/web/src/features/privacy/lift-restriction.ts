import { liftRestriction } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useLiftRestriction = commandHook(liftRestriction, { invalidates: ['privacy'] });
