import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Drawer, Flex, InputNumber, Segmented, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListRights } from '../../../features/privacy/list-rights.ts';
import { useSavePrivacySettings } from '../../../features/privacy/save-privacy-settings.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteClockOf } from '../words/site-time.ts';
import { RequestPanel } from './request-panel.tsx';

/** Open requests, what is due first on top; one opens beside the list. */
export function RightsQueue() {
  const { t } = useTranslation('privacy');
  const [state, setState] = useState<'open' | 'done'>('open');
  const navigate = useNavigate();
  const { rightsId: chosen } = useSearch({ strict: false });
  const setChosen = (rightsId: string | null) =>
    void navigate({ to: '/privacy', search: rightsId === null ? {} : { rightsId }, replace: true });
  const { data, error, refetch } = useListRights({ state, limit: 100 });
  if (data === undefined)
    return error === null ? <Skeleton rows={6} /> : <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Flex gap="middle" align="center" wrap style={{ marginBottom: 12 }}>
        <Segmented
          value={state}
          onChange={setState}
          options={[
            { value: 'open' as const, label: t('desk.open') },
            { value: 'done' as const, label: t('desk.done') },
          ]}
        />
        <span>{t('desk.counts', { open: data.open, overdue: data.overdue })}</span>
        <AnswerDays key={data.answerWorkDays} days={data.answerWorkDays} />
      </Flex>
      <Table
        size="small"
        rowKey="id"
        scroll={{ x: 'max-content' }}
        pagination={false}
        dataSource={data.requests}
        locale={{ emptyText: t('desk.none') }}
        columns={[
          {
            key: 'number',
            title: t('desk.number'),
            render: (_, row) => (
              <Button type="link" size="small" onClick={() => setChosen(row.id)}>
                {row.number}
              </Button>
            ),
          },
          { key: 'kind', title: t('desk.kind'), render: (_, row) => t(`kinds.${row.kind}`) },
          { key: 'asker', title: t('desk.asker'), render: (_, row) => t(`askers.${row.asker}`) },
          { key: 'state', title: t('desk.state'), render: (_, row) => t(`states.${row.state}`) },
          {
            key: 'due',
            title: t('desk.due'),
            render: (_, row) => (
              <>
                {siteClockOf(row.dueAt).replace('T', ' ')}{' '}
                {row.overdue ? <Tag color="error">{t('desk.overdue')}</Tag> : null}
                {row.waitingSince === null ? null : <Tag>{t('desk.stopped')}</Tag>}
              </>
            ),
          },
        ]}
      />
      <Drawer open={chosen !== undefined} size={560} onClose={() => setChosen(null)} title={t('desk.queue')}>
        {chosen === undefined ? null : <RequestPanel key={chosen} rightsId={chosen} />}
      </Drawer>
    </>
  );
}

function AnswerDays({ days }: { readonly days: number }) {
  const { t } = useTranslation('privacy');
  const [value, setValue] = useState<number>(days);
  const { mutate, isPending } = useSavePrivacySettings();
  return (
    <Flex gap="small" align="center">
      <label htmlFor="answer-days">{t('desk.days')}</label>
      <InputNumber id="answer-days" min={1} max={15} value={value} onChange={(next) => setValue(next ?? days)} />
      <Button loading={isPending} disabled={value === days} onClick={() => mutate({ answerWorkDays: value })}>
        {t('desk.save')}
      </Button>
    </Flex>
  );
}
