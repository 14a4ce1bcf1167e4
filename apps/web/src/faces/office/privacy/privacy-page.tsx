import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/state-views.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { useMay } from '../shell/use-session.ts';
import { ConsentFigures } from './consent-figures.tsx';
import { DeletionsTable } from './deletions-table.tsx';
import { RightsQueue } from './rights-queue.tsx';

/** The privacy desk: requests with their clocks, proofs of deletion, consents in numbers. */
export function PrivacyPage() {
  return useMay('privacy:desk') ? <Desk /> : <Refused />;
}

function Desk() {
  const { t } = useTranslation('privacy');
  return (
    <PageFrame title={t('desk.title')}>
      <Tabs
        destroyOnHidden
        items={[
          { key: 'queue', label: t('desk.queue'), children: <RightsQueue /> },
          { key: 'deletions', label: t('desk.deletions'), children: <DeletionsTable /> },
          { key: 'consents', label: t('desk.consents'), children: <ConsentFigures /> },
        ]}
      />
    </PageFrame>
  );
}
