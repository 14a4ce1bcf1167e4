import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/state-views.tsx';

export function NoticesPage() {
  const { t } = useTranslation('resident');
  return (
    <>
      <h1 className="visually-hidden">{t('nav.notices')}</h1>
      <Empty title={t('empty.noticesTitle')} body={t('empty.noticesBody')} />
    </>
  );
}
