import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/state-views.tsx';

export function MePage() {
  const { t } = useTranslation('field');
  return (
    <>
      <h1 className="visually-hidden">{t('nav.me')}</h1>
      <Empty title={t('empty.meTitle')} body={t('empty.meBody')} />
    </>
  );
}
