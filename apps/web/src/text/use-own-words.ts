import { useTranslation } from 'react-i18next';
import type { Language } from './init-text.ts';
import { type TextTree, withThinSpaces } from './thin-space.ts';

/** Words that come with a lazy page instead of the face's own bundle: both languages, so that switching needs no second fetch. Call before reading them. */
export function useOwnWords(namespace: string, words: Readonly<Record<Language, TextTree>>): void {
  const { i18n } = useTranslation();
  if (i18n.hasResourceBundle('en', namespace)) return;
  i18n.addResourceBundle('zh-CN', namespace, withThinSpaces(words['zh-CN']));
  i18n.addResourceBundle('en', namespace, words.en);
}
