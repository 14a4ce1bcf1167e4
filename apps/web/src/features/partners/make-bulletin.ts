import { makeBulletin } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useMakeBulletin = commandHook(makeBulletin, { invalidates: ['partners'] });
