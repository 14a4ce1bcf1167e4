import en from '../../../text/en/privacy.json';
import { useOwnWords } from '../../../text/use-own-words.ts';
import zh from '../../../text/zh-CN/privacy.json';

const words = { 'zh-CN': zh, en } as const;

/** The words of these pages, fetched with them. */
export function usePrivacyWords(): void {
  useOwnWords('privacy', words);
}
