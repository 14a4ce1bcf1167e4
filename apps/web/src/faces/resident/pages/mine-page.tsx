import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/state-views.tsx';

export function MinePage() {
  const { t } = useTranslation('resident');
  return (
    <>
      <h1 className="visually-hidden">{t('nav.mine')}</h1>
      <Empty title={t('empty.mineTitle')} body={t('empty.mineBody')} />
    </>
  );
}
