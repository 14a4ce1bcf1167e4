import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/state-views.tsx';

export function NearbyPage() {
  const { t } = useTranslation('resident');
  return (
    <>
      <h1 className="visually-hidden">{t('nav.nearby')}</h1>
      <Empty title={t('empty.nearbyTitle')} body={t('empty.nearbyBody')} />
    </>
  );
}
