import { decideTagExport, listTagExports } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDecideTagExport = commandHook(decideTagExport, { invalidates: [listTagExports] });
