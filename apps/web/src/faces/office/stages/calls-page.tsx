import type { Call } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCalls } from '../../../features/cases/list-calls.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { dayWords } from '../../../ui/time-words.ts';
import { PageFrame } from '../shell/page-frame.tsx';
import { useMay } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteToday } from '../words/site-time.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { CallForm } from './call-form.tsx';
import styles from './stages.module.css';

/** Themed calls: what was asked for, from when until when, how much came in. */
export function CallsPage() {
  const { t } = useTranslation(['stages', 'common']);
  const { t: ui } = useTranslation('ui');
  const local = useLocalText();
  const mayEdit = useMay('cases:desk');
  const { data, error, isPending, refetch } = useListCalls({ open: false, limit: 100 });
  const [editing, setEditing] = useState<Call | 'new' | null>(null);
  const now = new Date();
  const today = siteToday(now);
  const columns: TableColumnsType<Call> = [
    {
      key: 'topic',
      title: t('stages:calls.topic'),
      render: (_, call) => (
        <>
          <strong>{call.topic}</strong>
          <p className={styles.soft}>{local(call.typeName)}</p>
        </>
      ),
    },
    {
      key: 'period',
      title: t('stages:calls.period'),
      width: 220,
      render: (_, call) =>
        t('stages:calls.from', { from: dayWords(call.opensOn, now, ui), until: dayWords(call.closesOn, now, ui) }),
    },
    {
      key: 'state',
      title: t('stages:calls.state'),
      width: 110,
      render: (_, call) => {
        if (call.isOpen) return <Tag color="success">{t('stages:calls.open')}</Tag>;
        return <Tag>{t(call.opensOn > today ? 'stages:calls.soon' : 'stages:calls.over')}</Tag>;
      },
    },
    {
      key: 'received',
      title: t('stages:calls.received'),
      width: 90,
      align: 'end',
      render: (_, call) => (
        <Link to="/inbox" search={{ callId: call.id }}>
          {call.received}
        </Link>
      ),
    },
    {
      key: 'edit',
      title: <span className="visually-hidden">{t('common:action.edit')}</span>,
      width: 80,
      render: (_, call) =>
        mayEdit ? (
          <Button
            size="small"
            type="link"
            aria-label={`${t('stages:calls.edit')} ${call.topic}`}
            onClick={() => setEditing(call)}
          >
            {t('common:action.edit')}
          </Button>
        ) : null,
    },
  ];
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <PageFrame
      title={t('stages:calls.title')}
      explains={t('stages:calls.explains')}
      tools={
        mayEdit ? (
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('stages:calls.add')}
          </Button>
        ) : null
      }
    >
      {data?.calls.length === 0 ? (
        <Empty title={t('stages:calls.emptyTitle')} body={t('stages:calls.emptyBody')} />
      ) : (
        <Table<Call>
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={data?.calls ?? []}
          loading={isPending}
          pagination={false}
        />
      )}
      {editing === null ? null : (
        <CallForm call={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
    </PageFrame>
  );
}
