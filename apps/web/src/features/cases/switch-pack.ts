import { switchPack } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSwitchPack = commandHook(switchPack, { invalidates: ['cases'] });
