import type { PartnerView } from '@linli/contract';
import { exchangeProblems } from '@linli/contract';
import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListPartners } from '../../../features/partners/list-partners.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { OwnCard } from './own-card.tsx';
import { PartnerForm } from './partner-form.tsx';
import { PartnerHeard } from './partner-heard.tsx';
import styles from './partners.module.css';

/** Our card to hand out, and the other sites with how the exchange with each goes. */
export function PartnersTab() {
  const { t } = useTranslation(['partners', 'common']);
  const { data, error, isPending, refetch } = useListPartners({}, { refetchIntervalMs: 15_000 });
  const [editing, setEditing] = useState<PartnerView | 'new' | null>(null);
  const columns: TableColumnsType<PartnerView> = [
    { key: 'name', title: t('partners:partner.name'), render: (_, row) => row.name },
    { key: 'code', title: t('partners:partner.code'), render: (_, row) => row.siteCode },
    { key: 'url', title: t('partners:partner.url'), render: (_, row) => row.baseUrl },
    {
      key: 'state',
      title: t('partners:partner.state'),
      render: (_, row) => (
        <>
          <PartnerHeard partner={row} />
          <PartnerProblem partner={row} />
        </>
      ),
    },
    {
      key: 'fingerprint',
      title: t('partners:card.fingerprint'),
      render: (_, row) => <span className={styles.code}>{row.fingerprint}</span>,
    },
    {
      key: 'edit',
      title: <span className="visually-hidden">{t('common:action.edit')}</span>,
      width: 80,
      render: (_, row) => (
        <Button size="small" type="link" onClick={() => setEditing(row)}>
          {t('common:action.edit')}
        </Button>
      ),
    },
  ];
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <OwnCard />
      <div className={styles.tools}>
        <Button type="primary" onClick={() => setEditing('new')}>
          {t('partners:partner.add')}
        </Button>
      </div>
      <Table<PartnerView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={data?.partners ?? []}
        loading={isPending}
        pagination={false}
        scroll={{ x: 900 }}
        locale={{
          emptyText: <Empty title={t('partners:partner.emptyTitle')} body={t('partners:partner.emptyBody')} />,
        }}
      />
      {editing === null ? null : (
        <PartnerForm partner={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function PartnerProblem({ partner }: { readonly partner: PartnerView }) {
  const { t } = useTranslation('partners');
  const problem = exchangeProblems.find((code) => code === partner.problem);
  const waiting = partner.waiting > 0 ? t('partner.waiting', { count: partner.waiting }) : null;
  return (
    <div className={styles.soft}>
      {problem === undefined ? null : <Tag color="error">{t(`problem.${problem}`)}</Tag>}
      {waiting ?? (problem === undefined && partner.heardAt !== null ? t('partner.fine') : null)}
    </div>
  );
}
