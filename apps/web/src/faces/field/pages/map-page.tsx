import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/state-views.tsx';

export function MapPage() {
  const { t } = useTranslation('field');
  return (
    <>
      <h1 className="visually-hidden">{t('nav.map')}</h1>
      <Empty title={t('empty.mapTitle')} body={t('empty.mapBody')} />
    </>
  );
}
