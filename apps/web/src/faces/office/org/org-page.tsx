import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './org-page.module.css';
import { PostsTable } from './posts-table.tsx';
import { UnitsTable } from './units-table.tsx';

/** Who is who: units and what they are responsible for; posts, who holds them, and which are vacant. */
export function OrgPage() {
  const { t } = useTranslation(['office', 'org']);
  const [unitId, setUnitId] = useState<string | undefined>();
  const [tab, setTab] = useState('posts');
  return (
    <div className={styles.page}>
      <h1>{t('office:nav.org')}</h1>
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
        ]}
      />
    </div>
  );
}
