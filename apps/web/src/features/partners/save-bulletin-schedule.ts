import { saveBulletinSchedule } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveBulletinSchedule = commandHook(saveBulletinSchedule, { invalidates: ['partners'] });
