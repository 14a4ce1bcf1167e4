import { saveAreaGroup } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveAreaGroup = commandHook(saveAreaGroup, { invalidates: ['places'] });
