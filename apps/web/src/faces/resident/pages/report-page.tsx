import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/state-views.tsx';

export function ReportPage() {
  const { t } = useTranslation('resident');
  return (
    <>
      <h1 className="visually-hidden">{t('home.report')}</h1>
      <Empty title={t('empty.reportTitle')} body={t('empty.reportBody')} />
    </>
  );
}
