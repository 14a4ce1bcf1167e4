import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/init-text.ts';

type LocalText = { readonly zh: string; readonly en?: string | undefined };

/** Reads a text of the packs in the reader's language; without English it is Chinese. */
export function useLocalText(): (text: LocalText) => string {
  const { i18n } = useTranslation();
  const language = currentLanguage(i18n);
  return (text) => (language === 'en' ? (text.en ?? text.zh) : text.zh);
}
