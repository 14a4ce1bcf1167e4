import type { AccountView } from '@linli/contract';
import { Button, Checkbox, Input, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListAccounts } from '../../../features/access/list-accounts.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { type AccountAct, AccountForm } from './account-form.tsx';
import styles from './org-page.module.css';
import { Pager, usePages } from './pager.tsx';

/** Staff accounts, for the security administrator: a new password for who forgot it, closing and opening again. */
export function AccountsTable() {
  const { t } = useTranslation(['org', 'common']);
  const [text, setText] = useState('');
  const [closedOnly, setClosedOnly] = useState(false);
  const pages = usePages();
  const { after } = pages;
  const { data, error, isPending, refetch } = useListAccounts(
    { closedOnly, ...(text === '' ? {} : { text }), ...(after === undefined ? {} : { after }) },
    { keepPrevious: true },
  );
  const [acting, setActing] = useState<{ account: AccountView; act: AccountAct } | null>(null);

  const columns: TableColumnsType<AccountView> = [
    {
      key: 'name',
      title: t('org:account.name'),
      width: 160,
      render: (_, account) => (
        <>
          {account.name} {account.active ? null : <Tag color="error">{t('org:account.closed')}</Tag>}
        </>
      ),
    },
    { key: 'login', title: t('org:assign.login'), width: 200, render: (_, account) => account.login },
    {
      key: 'posts',
      title: t('org:account.posts'),
      render: (_, account) => account.posts.join(t('common:listJoin')) || t('org:account.noPost'),
    },
    {
      key: 'acts',
      title: <span className="visually-hidden">{t('org:account.acts')}</span>,
      width: 200,
      align: 'end',
      render: (_, account) => {
        if (account.own) return <span className={styles.note}>{t('org:account.own')}</span>;
        const acts: readonly AccountAct[] = account.active ? ['reset', 'close'] : ['open'];
        return acts.map((act) => (
          <Button key={act} size="small" type="link" onClick={() => setActing({ account, act })}>
            {t(`org:account.${act}`)}
          </Button>
        ));
      },
    },
  ];

  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className={styles.tools}>
        <Input.Search
          allowClear
          aria-label={t('org:account.find')}
          placeholder={t('org:account.find')}
          maxLength={40}
          onSearch={(value) => {
            pages.restart();
            setText(value.trim());
          }}
        />
        <Checkbox
          checked={closedOnly}
          onChange={(event) => {
            pages.restart();
            setClosedOnly(event.target.checked);
          }}
        >
          {t('org:account.closedOnly')}
        </Checkbox>
        <span className={styles.note} role="status">
          {data === undefined ? '' : t('org:account.total', { count: data.total })}
        </span>
      </div>
      <Table<AccountView>
        size="small"
        rowKey="accountId"
        columns={columns}
        dataSource={data?.accounts ?? []}
        loading={isPending}
        pagination={false}
        locale={{ emptyText: <Empty title={t('org:account.none')} body={t('org:account.noneBody')} /> }}
      />
      <Pager pages={pages} next={data?.next ?? null} />
      {acting === null ? null : <AccountForm {...acting} onClose={() => setActing(null)} />}
    </>
  );
}
