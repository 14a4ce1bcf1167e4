import { useTranslation } from 'react-i18next';
import { changeLanguage, currentLanguage, type Face } from '../text/init-text.ts';
import { Button } from './button.tsx';

/** Chinese and English, one press. */
export function LanguageToggle({ face }: { readonly face: Face }) {
  const { t, i18n } = useTranslation('ui');
  const other = currentLanguage(i18n) === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <Button
      kind="quiet"
      lang={other}
      aria-label={t('language.label')}
      onClick={() => void changeLanguage(i18n, face, other)}
    >
      {t('language.short')}
    </Button>
  );
}
