import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../shell/page-frame.tsx';
import { useMay } from '../shell/use-session.ts';
import { AccountsTable } from './accounts-table.tsx';
import { MediatorsTable } from './mediators-table.tsx';
import { PostsTable } from './posts-table.tsx';
import { RoomsTable } from './rooms-table.tsx';
import { UnitsTable } from './units-table.tsx';

/** Who is who: units and what they are responsible for; posts, who holds them, and which are vacant. */
export function OrgPage() {
  const { t } = useTranslation(['office', 'org']);
  const [unitId, setUnitId] = useState<string | undefined>();
  const [tab, setTab] = useState('posts');
  const mayEditAccounts = useMay('accounts:edit');
  return (
    <PageFrame title={t('office:nav.org')}>
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          { key: 'posts', label: t('org:post.tab'), children: <PostsTable unitId={unitId} onUnit={setUnitId} /> },
          {
            key: 'units',
            label: t('org:unit.tab'),
            children: (
              <UnitsTable
                onPosts={(id) => {
                  setUnitId(id);
                  setTab('posts');
                }}
              />
            ),
          },
          { key: 'mediators', label: t('org:mediator.tab'), children: <MediatorsTable /> },
          { key: 'rooms', label: t('org:room.tab'), children: <RoomsTable /> },
          ...(mayEditAccounts ? [{ key: 'accounts', label: t('org:account.tab'), children: <AccountsTable /> }] : []),
        ]}
      />
    </PageFrame>
  );
}
