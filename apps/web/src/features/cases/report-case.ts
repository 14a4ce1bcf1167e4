import { reportCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useReportCase = commandHook(reportCase, { invalidates: ['cases'] });
