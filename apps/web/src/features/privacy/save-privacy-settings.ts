import { savePrivacySettings } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSavePrivacySettings = commandHook(savePrivacySettings, { invalidates: ['privacy'] });
