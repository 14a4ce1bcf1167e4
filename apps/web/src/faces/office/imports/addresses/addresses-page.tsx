import type { CallOutput } from '@linli/client';
import type { listUnknownAddresses } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Alert, App, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useForgetAddressName } from '../../../../features/imports/forget-address-name.ts';
import { type UnknownAddress, useListUnknownAddresses } from '../../../../features/imports/list-unknown-addresses.ts';
import { Empty, Refused, Skeleton } from '../../../../ui/state-views.tsx';
import { instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { PageFrame } from '../../shell/page-frame.tsx';
import { useMay } from '../../shell/use-session.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from '../imports-page.module.css';
import { NameAddressForm } from './name-address-form.tsx';

type Desk = CallOutput<typeof listUnknownAddresses>;

/** Addresses that match no building: said once, found from then on. */
export function AddressesPage() {
  return useMay('registers:edit') ? <AddressDesk /> : <Refused />;
}

function AddressDesk() {
  const { t } = useTranslation(['imports', 'office']);
  const { data, error, isPending, refetch } = useListUnknownAddresses({});
  const [open, setOpen] = useState<UnknownAddress | null>(null);
  const [settled, setSettled] = useState<UnknownAddress['runs']>([]);
  return (
    <PageFrame
      title={t('imports:addresses.title')}
      back={<Link to="/registers">{t('office:nav.registers')}</Link>}
      explains={t('imports:addresses.explains')}
    >
      {settled.length === 0 ? null : (
        <Alert
          type="success"
          showIcon
          title={
            <>
              {t('imports:addresses.again')}
              <RunLinks runs={settled} />
            </>
          }
        />
      )}
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data !== undefined && data.addresses.length === 0 ? (
        <Empty title={t('imports:addresses.noneTitle')} body={t('imports:addresses.noneBody')} />
      ) : null}
      {data === undefined || data.addresses.length === 0 ? null : (
        <Unknown addresses={data.addresses} onOpen={setOpen} />
      )}
      {data === undefined || data.names.length === 0 ? null : <Names names={data.names} />}
      {open === null ? null : (
        <NameAddressForm address={open} onDone={() => setSettled(open.runs)} onClose={() => setOpen(null)} />
      )}
    </PageFrame>
  );
}

function Unknown(props: {
  readonly addresses: readonly UnknownAddress[];
  readonly onOpen: (address: UnknownAddress) => void;
}) {
  const { t } = useTranslation('imports');
  const count = (n: number) => (n === 0 ? '' : n.toLocaleString());
  return (
    <Table<UnknownAddress>
      size="small"
      rowKey="said"
      dataSource={[...props.addresses]}
      pagination={{ pageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { key: 'said', title: t('addresses.said'), dataIndex: 'said', width: 260 },
        {
          key: 'examples',
          title: t('addresses.examples'),
          render: (_, row) => <span className={styles.soft}>{row.examples.join('；')}</span>,
        },
        { key: 'rows', title: t('addresses.rows'), width: 96, align: 'right', render: (_, row) => count(row.rows) },
        {
          key: 'reports',
          title: t('addresses.reports'),
          width: 96,
          align: 'right',
          render: (_, row) => count(row.reports),
        },
        { key: 'from', title: t('addresses.from'), width: 240, render: (_, row) => <RunLinks runs={row.runs} /> },
        {
          key: 'do',
          width: 140,
          render: (_, row) => (
            <Button size="small" onClick={() => props.onOpen(row)}>
              {t('addresses.act')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function RunLinks({ runs }: { readonly runs: UnknownAddress['runs'] }) {
  const { t } = useTranslation('imports');
  return (
    <span className={styles.row}>
      {runs.slice(0, 3).map(({ id, fileName }) => (
        <Link key={id} to="/imports/$importId" params={{ importId: id }}>
          {fileName === '' ? t('title') : fileName}
        </Link>
      ))}
    </span>
  );
}

function Names({ names }: { readonly names: Desk['names'] }) {
  const { t } = useTranslation(['imports', 'ui']);
  const { t: ui } = useTranslation('ui');
  const { message } = App.useApp();
  const now = useNow();
  const forget = useForgetAddressName();
  return (
    <section className={styles.section}>
      <h2>{t('imports:addresses.names')}</h2>
      {forget.error === null ? null : <QueryProblem error={forget.error} onRetry={() => forget.reset()} />}
      <Table<Desk['names'][number]>
        size="small"
        rowKey="id"
        dataSource={[...names]}
        pagination={{ pageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { key: 'said', title: t('imports:addresses.said'), dataIndex: 'said', width: 260 },
          {
            key: 'means',
            title: t('imports:addresses.means'),
            render: (_, row) => row.means ?? t('imports:addresses.outside', { reason: row.reason }),
          },
          { key: 'area', title: t('imports:addresses.area'), dataIndex: 'areaName', width: 180 },
          {
            key: 'when',
            title: t('imports:addresses.when'),
            width: 140,
            render: (_, row) => instantWords(row.madeAt, now, ui),
          },
          {
            key: 'do',
            width: 140,
            render: (_, row) => (
              <Button
                size="small"
                loading={forget.isPending && forget.variables.nameId === row.id}
                onClick={() =>
                  forget.mutate(
                    { nameId: row.id },
                    { onSuccess: () => message.success(t('imports:addresses.forgotten')) },
                  )
                }
              >
                {t('imports:addresses.forget')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
