import type { LocalText } from '@linli/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../text/init-text.ts';

/** Reads a text of the packs in the reader's language; without English it is Chinese. */
export function useReadText(): (text: LocalText) => string {
  const { i18n } = useTranslation();
  const language = currentLanguage(i18n);
  return useCallback((text) => (language === 'en' ? (text.en ?? text.zh) : text.zh), [language]);
}
