import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/state-views.tsx';

export function VisitsPage() {
  const { t } = useTranslation('field');
  return (
    <>
      <h1 className="visually-hidden">{t('nav.visits')}</h1>
      <Empty title={t('empty.visitsTitle')} body={t('empty.visitsBody')} />
    </>
  );
}
