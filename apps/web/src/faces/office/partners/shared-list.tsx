import type { SharedCaseView } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListPartners } from '../../../features/partners/list-partners.ts';
import { useListSharedCases } from '../../../features/partners/list-shared-cases.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { PartnerHeard } from './partner-heard.tsx';
import styles from './partners.module.css';
import { SideState } from './side-state.tsx';

const filters = { open: true, over: false, all: undefined } as const;
type Filter = keyof typeof filters;

/** Shared cases of the reader's area: both sides in one row. */
export function SharedList() {
  const { t } = useTranslation(['partners', 'ui']);
  const { t: words } = useTranslation('ui');
  const local = useLocalText();
  const now = useNow();
  const partners = useListPartners({}, { refetchIntervalMs: 30_000 });
  const [filter, setFilter] = useState<Filter>('open');
  const [partnerId, setPartnerId] = useState<string | undefined>();
  const [pages, setPages] = useState<readonly string[]>([]);
  const open = filters[filter];
  const after = pages.at(-1);
  const { data, error, isPending, refetch } = useListSharedCases(
    {
      ...(open === undefined ? {} : { open }),
      ...(partnerId === undefined ? {} : { partnerId }),
      ...(after === undefined ? {} : { after }),
    },
    { keepPrevious: true, refetchIntervalMs: 30_000 },
  );
  const columns: TableColumnsType<SharedCaseView> = [
    {
      key: 'number',
      title: t('partners:shared.number'),
      render: (_, row) => (
        <>
          <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className={styles.code}>
            {row.number}
          </Link>
          <div className={styles.soft}>{row.summary}</div>
        </>
      ),
    },
    { key: 'type', title: t('partners:shared.type'), render: (_, row) => local(row.typeName) },
    {
      key: 'section',
      title: t('partners:shared.section'),
      render: (_, row) => (row.section === null ? t('partners:shared.noSection') : local(row.section)),
    },
    {
      key: 'ours',
      title: t('partners:shared.ours'),
      render: (_, row) => (
        <>
          <SideState side={row.ours} />
          <div className={styles.soft}>{row.ourPart}</div>
        </>
      ),
    },
    {
      key: 'theirs',
      title: t('partners:shared.theirs'),
      render: (_, row) => (
        <>
          <SideState side={row.theirs} />
          <div className={styles.soft}>{row.theirPart}</div>
        </>
      ),
    },
    {
      key: 'partner',
      title: t('partners:shared.partner'),
      render: (_, row) => (
        <>
          {row.partner.name}
          <div className={styles.soft}>
            <PartnerHeard partner={row.partner} />
          </div>
        </>
      ),
    },
    { key: 'since', title: t('partners:shared.since'), render: (_, row) => timeWords(row.sharedAt, now, words) },
  ];
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  const behind = (partners.data?.partners ?? []).filter((partner) => partner.active && partner.waiting > 0);
  const nobody = partners.data?.partners.length === 0;
  const next = data?.next ?? null;
  return (
    <>
      <div className={styles.tools}>
        <Segmented<Filter>
          value={filter}
          onChange={(value) => {
            setFilter(value);
            setPages([]);
          }}
          options={(['open', 'over', 'all'] as const).map((value) => ({
            value,
            label: t(`partners:shared.filter.${value}`),
          }))}
        />
        <Select<string | undefined>
          allowClear
          aria-label={t('partners:shared.partner')}
          placeholder={t('partners:shared.anyPartner')}
          value={partnerId}
          onChange={(value) => {
            setPartnerId(value);
            setPages([]);
          }}
          options={(partners.data?.partners ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      {behind.map(({ id, name, waiting }) => (
        <p key={id} className={styles.soft} role="status">
          {t('partners:waits', { name, count: waiting })}
        </p>
      ))}
      <Table<SharedCaseView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={data?.cases ?? []}
        loading={isPending}
        pagination={false}
        scroll={{ x: 1000 }}
        locale={{
          emptyText: (
            <Empty
              title={t('partners:shared.emptyTitle')}
              body={t(nobody ? 'partners:shared.noPartnerBody' : 'partners:shared.emptyBody')}
            />
          ),
        }}
      />
      {next === null ? null : (
        <Button className={styles.older ?? ''} onClick={() => setPages([...pages, next])}>
          {t('partners:shared.older')}
        </Button>
      )}
    </>
  );
}
