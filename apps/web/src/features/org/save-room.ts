import { saveRoom } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveRoom = commandHook(saveRoom, { invalidates: ['org'] });
