import type { MediatorView } from '@linli/contract';
import { disputeKinds, type LocalText, mediatorLanguages } from '@linli/domain';
import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListMediators } from '../../../features/org/list-mediators.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { UnitSelect } from '../words/unit-select.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { MediatorForm } from './mediator-form.tsx';
import styles from './org-page.module.css';

/** Mediators of the committees: what they take, in which languages, where, and how many cases each has open. */
export function MediatorsTable() {
  const { t } = useTranslation(['org', 'common']);
  const local = useLocalText();
  const [unitId, setUnitId] = useState<string | undefined>();
  const { data, error, isPending, refetch } = useListMediators(unitId === undefined ? {} : { unitId }, {
    keepPrevious: true,
  });
  const keeps = data?.keeps ?? [];
  const [editing, setEditing] = useState<MediatorView | 'new' | null>(null);
  const named = (words: Readonly<Record<string, LocalText>>, keys: readonly string[]) =>
    keys.map((key) => (words[key] === undefined ? key : local(words[key]))).join(t('common:listJoin'));

  const columns: TableColumnsType<MediatorView> = [
    {
      key: 'name',
      title: t('org:mediator.name'),
      width: 150,
      render: (_, one) => (
        <>
          {one.name} {one.active ? null : <Tag>{t('org:unit.inactive')}</Tag>}
        </>
      ),
    },
    { key: 'unit', title: t('org:mediator.unit'), width: 200, render: (_, one) => one.unitName },
    { key: 'kinds', title: t('org:mediator.kinds'), render: (_, one) => named(disputeKinds, one.kinds) },
    {
      key: 'languages',
      title: t('org:mediator.languages'),
      render: (_, one) => named(mediatorLanguages, one.languages),
    },
    {
      key: 'rooms',
      title: t('org:mediator.rooms'),
      render: (_, one) => one.rooms.map(({ name }) => name).join(t('common:listJoin')) || t('common:nothing'),
    },
    {
      key: 'term',
      title: t('org:mediator.term'),
      width: 190,
      render: (_, one) => t('org:mediator.days', { from: one.from, until: one.until ?? t('org:mediator.open') }),
    },
    {
      key: 'openCases',
      title: t('org:mediator.openCases'),
      width: 96,
      align: 'end',
      sorter: (a, b) => a.openCases - b.openCases,
      render: (_, one) => one.openCases,
    },
    {
      key: 'edit',
      title: <span className="visually-hidden">{t('common:action.edit')}</span>,
      width: 80,
      render: (_, one) =>
        keeps.includes(one.unitId) ? (
          <Button size="small" type="link" onClick={() => setEditing(one)}>
            {t('common:action.edit')}
          </Button>
        ) : null,
    },
  ];

  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className={styles.tools}>
        <UnitSelect
          value={unitId}
          onChange={setUnitId}
          allowClear
          label={t('org:mediator.unit')}
          placeholder={t('org:mediator.unit')}
        />
        {keeps.length > 0 ? (
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('org:mediator.add')}
          </Button>
        ) : null}
      </div>
      <Table<MediatorView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={data?.mediators ?? []}
        loading={isPending}
        pagination={false}
        locale={{ emptyText: <Empty title={t('org:mediator.emptyTitle')} body={t('org:mediator.emptyBody')} /> }}
      />
      {editing === null ? null : (
        <MediatorForm
          mediator={editing === 'new' ? undefined : editing}
          keeps={keeps}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
