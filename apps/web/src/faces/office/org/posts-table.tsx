import type { PostView } from '@linli/contract';
import { type Role, roles, roleWords } from '@linli/domain';
import { Button, Checkbox, Select, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListPosts } from '../../../features/org/list-posts.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { useMay } from '../shell/use-session.ts';
import { AreaSelect } from '../words/area-select.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { UnitSelect } from '../words/unit-select.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { AssignForm } from './assign-form.tsx';
import { HolderList } from './holder-list.tsx';
import styles from './org-page.module.css';
import { Pager, usePages } from './pager.tsx';
import { PostForm } from './post-form.tsx';
import { SealedGrant } from './sealed-grant.tsx';

export type PostsTableProps = {
  readonly unitId: string | undefined;
  readonly onUnit: (unitId: string | undefined) => void;
};

/** Posts with who holds them today; the vacant ones can be looked at alone. */
export function PostsTable({ unitId, onUnit }: PostsTableProps) {
  const { t } = useTranslation(['org', 'office', 'common']);
  const local = useLocalText();
  const mayEdit = useMay('org:edit');
  const [areaId, setAreaId] = useState<string | undefined>();
  const [role, setRole] = useState<Role | undefined>();
  const [vacantOnly, setVacantOnly] = useState(false);
  const pages = usePages();
  const { after } = pages;
  const { data, error, isPending, refetch } = useListPosts(
    {
      vacantOnly,
      ...(areaId === undefined ? {} : { areaId }),
      ...(unitId === undefined ? {} : { unitId }),
      ...(role === undefined ? {} : { role }),
      ...(after === undefined ? {} : { after }),
    },
    { keepPrevious: true },
  );
  const [assigning, setAssigning] = useState<PostView | null>(null);
  const [isAdding, setAdding] = useState(false);

  const columns: TableColumnsType<PostView> = [
    { key: 'role', title: t('org:post.role'), width: 140, render: (_, post) => post.roleName },
    { key: 'area', title: t('org:post.area'), width: 200, render: (_, post) => post.areaName },
    {
      key: 'unit',
      title: t('org:post.unit'),
      width: 200,
      ellipsis: true,
      render: (_, post) => post.unitName ?? t('common:nothing'),
    },
    {
      key: 'holders',
      title: t('org:post.holders'),
      render: (_, post) =>
        post.vacant ? (
          <Tag color="warning">{t('org:post.vacant')}</Tag>
        ) : (
          <HolderList holders={post.holders} mayEdit={mayEdit} />
        ),
    },
    {
      key: 'sealed',
      title: t('org:sealed.title'),
      width: 200,
      render: (_, post) => <SealedGrant post={post} mayEdit={mayEdit} />,
    },
    {
      key: 'assign',
      title: <span className="visually-hidden">{t('org:post.assign')}</span>,
      width: 96,
      render: (_, post) =>
        mayEdit ? (
          <Button size="small" type="link" onClick={() => setAssigning(post)}>
            {t('org:post.assign')}
          </Button>
        ) : null,
    },
  ];

  function filtered<T>(set: (value: T) => void): (value: T) => void {
    return (value) => {
      pages.restart();
      set(value);
    };
  }

  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className={styles.tools}>
        <AreaSelect value={areaId} onChange={filtered(setAreaId)} allowClear label={t('org:post.area')} />
        <UnitSelect
          value={unitId}
          onChange={filtered(onUnit)}
          allowClear
          label={t('org:post.unit')}
          placeholder={t('org:post.unit')}
        />
        <Select<Role | undefined>
          allowClear
          aria-label={t('org:post.role')}
          placeholder={t('org:post.role')}
          value={role}
          onChange={filtered(setRole)}
          options={roles.map((value) => ({ value, label: local(roleWords[value]) }))}
        />
        <Checkbox checked={vacantOnly} onChange={(event) => filtered(setVacantOnly)(event.target.checked)}>
          {t('org:post.vacantOnly')}
        </Checkbox>
        <span className={styles.note} role="status">
          {data === undefined ? '' : t('org:post.total', { total: data.total, vacant: data.vacant })}
        </span>
        {mayEdit ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('org:post.add')}
          </Button>
        ) : null}
      </div>
      <Table<PostView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={data?.posts ?? []}
        loading={isPending}
        pagination={false}
        locale={{ emptyText: <Empty title={t('org:post.noneTitle')} body={t('org:post.noneBody')} /> }}
      />
      <Pager pages={pages} next={data?.next ?? null} />
      {assigning === null ? null : <AssignForm post={assigning} onClose={() => setAssigning(null)} />}
      {isAdding ? <PostForm onClose={() => setAdding(false)} /> : null}
    </>
  );
}
