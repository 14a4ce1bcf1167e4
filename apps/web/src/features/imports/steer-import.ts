import { steerImport } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSteerImport = commandHook(steerImport, { invalidates: ['imports'] });
