import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConsentFigures } from './consent-figures.tsx';
import { DeletionsTable } from './deletions-table.tsx';
import { RightsQueue } from './rights-queue.tsx';

/** The privacy desk: requests with their clocks, proofs of deletion, consents in numbers. */
export function PrivacyPage() {
  const { t } = useTranslation('privacy');
  return (
    <section aria-label={t('desk.title')} style={{ padding: 'var(--space-4)' }}>
      <h1>{t('desk.title')}</h1>
      <Tabs
        destroyOnHidden
        items={[
          { key: 'queue', label: t('desk.queue'), children: <RightsQueue /> },
          { key: 'deletions', label: t('desk.deletions'), children: <DeletionsTable /> },
          { key: 'consents', label: t('desk.consents'), children: <ConsentFigures /> },
        ]}
      />
    </section>
  );
}
