import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListLegalItems } from '../../../../features/forms/list-legal-items.ts';
import { Skeleton } from '../../../../ui/state-views.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import { FormsFrame } from '../forms-frame.tsx';
import { ItemForm } from './item-form.tsx';
import type { SiteItem } from './site-item.ts';
import { useNeedWords } from './use-need-words.ts';

/** The list of what committees may be asked for: the law behind each and the personal fields it covers. */
export function ItemsPage() {
  const { t } = useTranslation(['forms', 'common']);
  const words = useNeedWords();
  const { data, error, isPending, refetch } = useListLegalItems({});
  const [editing, setEditing] = useState<SiteItem | 'new' | null>(null);
  const columns: TableColumnsType<SiteItem> = [
    {
      key: 'name',
      title: t('forms:column.item'),
      width: 220,
      render: (_, item) => (
        <>
          {item.name} {item.active ? null : <Tag>{t('forms:items.off')}</Tag>}
        </>
      ),
    },
    { key: 'law', title: t('forms:column.law'), width: 260, dataIndex: 'law' },
    {
      key: 'fields',
      title: t('forms:column.personal'),
      render: (_, item) =>
        item.fields.length === 0 ? t('forms:items.noFields') : item.fields.map(words).join(t('forms:join')),
    },
    {
      key: 'from',
      title: t('forms:column.from'),
      width: 110,
      render: (_, item) => t(item.ofPack ? 'forms:items.ofPack' : 'forms:items.ofSite'),
    },
    ...(data?.mayEdit
      ? [
          {
            key: 'edit',
            title: t('forms:column.change'),
            width: 90,
            render: (_: unknown, item: SiteItem) => (
              <Button size="small" type="link" onClick={() => setEditing(item)}>
                {t('common:action.edit')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <FormsFrame
      title={t('forms:items.title')}
      explains={t('forms:items.explains')}
      tools={
        data?.mayEdit ? (
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('forms:items.add')}
          </Button>
        ) : null
      }
    >
      {isPending ? <Skeleton rows={12} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <Table<SiteItem> size="small" rowKey="code" columns={columns} dataSource={[...data.items]} pagination={false} />
      )}
      {editing === null ? null : (
        <ItemForm item={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </FormsFrame>
  );
}
