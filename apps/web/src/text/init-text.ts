import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readPreference, writePreference } from '../ui/preference.ts';
import { type TextTree, withThinSpaces } from './thin-space.ts';

export const FACES = ['resident', 'field', 'office', 'screen'] as const;
export type Face = (typeof FACES)[number];

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Bundle = Readonly<Record<string, TextTree>>;

// Written out, not globbed by name: each face downloads only its own nouns, one language at a time.
const BUNDLES: Record<Face, Record<Language, () => Promise<Bundle>>> = {
  resident: { 'zh-CN': () => import('./bundles/resident.zh-CN.ts'), en: () => import('./bundles/resident.en.ts') },
  field: { 'zh-CN': () => import('./bundles/field.zh-CN.ts'), en: () => import('./bundles/field.en.ts') },
  office: { 'zh-CN': () => import('./bundles/office.zh-CN.ts'), en: () => import('./bundles/office.en.ts') },
  screen: { 'zh-CN': () => import('./bundles/screen.zh-CN.ts'), en: () => import('./bundles/screen.en.ts') },
};

/**
 * Makes the face's words ready: the remembered language, else English where the browser speaks English, else Chinese.
 * Call once, before the first render.
 */
export async function initText(face: Face): Promise<i18n> {
  const text = i18next.createInstance();
  const language = chooseLanguage();
  await text.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    ns: [],
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await loadLanguage(text, face, language);
  return text;
}

/** Loads the language's words if needed, switches to it, remembers it and tells the page (`<html lang>`). */
export async function changeLanguage(text: i18n, face: Face, language: Language): Promise<void> {
  await loadLanguage(text, face, language);
  writePreference('language', language);
  await text.changeLanguage(language);
}

/** The current language of the page, narrowed to those we carry. */
export function currentLanguage(text: Pick<i18n, 'language'>): Language {
  return text.language === 'en' ? 'en' : 'zh-CN';
}

async function loadLanguage(text: i18n, face: Face, language: Language): Promise<void> {
  const bundle = await BUNDLES[face][language]();
  for (const [namespace, words] of Object.entries(bundle)) {
    if (!text.hasResourceBundle(language, namespace)) {
      text.addResourceBundle(language, namespace, language === 'zh-CN' ? withThinSpaces(words) : words);
    }
  }
  document.documentElement.lang = language;
}

function chooseLanguage(): Language {
  const remembered = readPreference('language');
  if (remembered === 'zh-CN' || remembered === 'en') return remembered;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
