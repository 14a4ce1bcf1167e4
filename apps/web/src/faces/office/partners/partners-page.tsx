import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../shell/page-frame.tsx';
import { useMay } from '../shell/use-session.ts';
import { BulletinList } from './bulletin-list.tsx';
import { PartnersTab } from './partners-tab.tsx';
import { SharedList } from './shared-list.tsx';

/** Cases shared with other sites, the bulletins about them, and (for the administrator) the other sites themselves. */
export function PartnersPage() {
  const { t } = useTranslation('partners');
  const mayRead = useMay('cases:read');
  const mayEdit = useMay('org:edit');
  const [tab, setTab] = useState(mayRead ? 'shared' : 'partners');
  const reading = [
    { key: 'shared', label: t('tab.shared'), children: <SharedList /> },
    { key: 'bulletins', label: t('tab.bulletins'), children: <BulletinList /> },
  ];
  const editing = [{ key: 'partners', label: t('tab.partners'), children: <PartnersTab /> }];
  return (
    <PageFrame title={t('title')}>
      <Tabs activeKey={tab} onChange={setTab} items={[...(mayRead ? reading : []), ...(mayEdit ? editing : [])]} />
    </PageFrame>
  );
}
