import { saveSortingSettings } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveSortingSettings = commandHook(saveSortingSettings, { invalidates: ['sorting'] });
