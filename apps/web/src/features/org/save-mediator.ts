import { saveMediator } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveMediator = commandHook(saveMediator, { invalidates: ['org'] });
