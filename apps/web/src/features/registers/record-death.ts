import { recordDeath } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRecordDeath = commandHook(recordDeath, { invalidates: ['registers'] });
