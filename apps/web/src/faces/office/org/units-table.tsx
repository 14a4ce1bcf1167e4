import type { UnitView } from '@linli/contract';
import { unitKinds } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Button, Input, Select, Table, type TableColumnsType, Tag } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListUnits } from '../../../features/org/list-units.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { useMay } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import type { UnitKind } from '../words/unit-kind.ts';
import styles from './org-page.module.css';
import { UnitForm } from './unit-form.tsx';

/** Units with their people and open cases; edited by whoever may. */
export function UnitsTable({ onPosts }: { readonly onPosts: (unitId: string) => void }) {
  const { t } = useTranslation(['org', 'office', 'common']);
  const mayEdit = useMay('org:edit');
  const [kind, setKind] = useState<UnitKind | undefined>();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, error, isPending, refetch } = useListUnits(
    { ...(kind === undefined ? {} : { kind }), ...(search === '' ? {} : { text: search }) },
    { keepPrevious: true },
  );
  const [editing, setEditing] = useState<UnitView | 'new' | null>(null);

  const columns: TableColumnsType<UnitView> = [
    {
      key: 'name',
      title: t('org:unit.name'),
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
      render: (_, unit) => (
        <>
          {unit.name} {unit.active ? null : <Tag>{t('org:unit.inactive')}</Tag>}
        </>
      ),
    },
    { key: 'kind', title: t('org:unit.kind'), width: 120, render: (_, unit) => t(`org:unitKind.${unit.kind}`) },
    {
      key: 'areas',
      title: t('org:unit.areas'),
      ellipsis: true,
      render: (_, unit) => unit.areas.map((area) => area.name).join(t('common:listJoin')) || t('common:nothing'),
    },
    { key: 'phone', title: t('org:unit.phone'), width: 136, render: (_, unit) => unit.phone ?? t('common:nothing') },
    {
      key: 'people',
      title: t('org:unit.people'),
      width: 96,
      align: 'end',
      sorter: (a, b) => a.people - b.people,
      render: (_, unit) => (
        <Button type="link" size="small" onClick={() => onPosts(unit.id)}>
          {unit.people}
        </Button>
      ),
    },
    {
      key: 'open',
      title: t('org:unit.openCases'),
      width: 112,
      align: 'end',
      sorter: (a, b) => a.openCases - b.openCases,
      render: (_, unit) => (
        <Link to="/inbox" search={{ open: true, unitId: unit.id }}>
          {unit.openCases}
        </Link>
      ),
    },
    {
      key: 'edit',
      title: <span className="visually-hidden">{t('common:action.edit')}</span>,
      width: 80,
      render: (_, unit) =>
        mayEdit ? (
          <Button size="small" type="link" onClick={() => setEditing(unit)}>
            {t('common:action.edit')}
          </Button>
        ) : null,
    },
  ];

  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className={styles.tools}>
        <Input.Search
          allowClear
          value={text}
          maxLength={60}
          aria-label={t('org:unit.search')}
          placeholder={t('org:unit.search')}
          onChange={(event) => setText(event.target.value)}
        />
        <Select<UnitKind | undefined>
          allowClear
          aria-label={t('org:unit.kind')}
          placeholder={t('org:unit.kind')}
          value={kind}
          onChange={setKind}
          options={unitKinds.map((value) => ({ value, label: t(`org:unitKind.${value}`) }))}
        />
        {mayEdit ? (
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('org:unit.add')}
          </Button>
        ) : null}
      </div>
      <Table<UnitView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={data?.units ?? []}
        loading={isPending}
        pagination={false}
        virtual
        scroll={{ y: 640, x: 900 }}
        locale={{ emptyText: <Empty title={t('office:empty.orgTitle')} body={t('office:empty.orgBody')} /> }}
      />
      {editing === null ? null : (
        <UnitForm unit={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}
