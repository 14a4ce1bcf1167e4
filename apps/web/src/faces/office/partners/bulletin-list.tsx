import type { listBulletins, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { App, Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListBulletins } from '../../../features/partners/list-bulletins.ts';
import { useListPartners } from '../../../features/partners/list-partners.ts';
import { useMakeBulletin } from '../../../features/partners/make-bulletin.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { useMay } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import styles from './partners.module.css';
import { ScheduleForm } from './schedule-form.tsx';
import { usePeriodWords } from './use-period-words.ts';

type Row = OutputOf<typeof listBulletins>['bulletins'][number];
type Schedule = OutputOf<typeof listBulletins>['schedules'][number];

/** Bulletins made here and received, and what makes them. */
export function BulletinList() {
  const { t } = useTranslation(['partners', 'common']);
  const { t: words } = useTranslation('ui');
  const periodWords = usePeriodWords();
  const now = useNow();
  const mayRule = useMay('cases:rule');
  const partners = useListPartners({});
  const [after, setAfter] = useState<string | undefined>();
  const [editing, setEditing] = useState<Schedule | 'new' | null>(null);
  const { data, error, isPending, refetch } = useListBulletins(after === undefined ? {} : { after }, {
    keepPrevious: true,
  });
  const nameOf = (id: string) => partners.data?.partners.find((partner) => partner.id === id)?.name ?? '';
  const columns: TableColumnsType<Row> = [
    {
      key: 'period',
      title: t('partners:bulletin.period'),
      render: (_, row) => (
        <Link to="/partners/bulletins/$bulletinId" params={{ bulletinId: row.id }}>
          {periodWords(row)}
        </Link>
      ),
    },
    {
      key: 'every',
      title: t('partners:bulletin.frequency'),
      render: (_, row) => t(`partners:bulletin.every.${row.every}`),
    },
    { key: 'partner', title: t('partners:bulletin.partner'), render: (_, row) => row.partnerName },
    {
      key: 'origin',
      title: t('partners:bulletin.from'),
      render: (_, row) => t(`partners:bulletin.origin.${row.origin}`),
    },
    { key: 'shared', title: t('partners:bulletin.shared'), align: 'end', render: (_, row) => row.shared },
    { key: 'made', title: t('partners:bulletin.made'), render: (_, row) => instantWords(row.madeAt, now, words) },
  ];
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  const hasPartner = (partners.data?.partners.length ?? 0) > 0;
  const next = data?.next ?? null;
  return (
    <>
      <div className={styles.tools}>
        <ul className={styles.words}>
          {(data?.schedules ?? []).map((schedule) => {
            const said = { name: nameOf(schedule.partnerId), every: t(`partners:bulletin.every.${schedule.every}`) };
            return (
              <li key={schedule.id}>
                {schedule.nextAt === null
                  ? t('partners:bulletin.scheduleOff', said)
                  : t('partners:bulletin.scheduleLine', {
                      ...said,
                      when: instantWords(schedule.nextAt, now, words),
                    })}{' '}
                {mayRule && schedule.nextAt !== null ? <MakeNow schedule={schedule} /> : null}
                {mayRule ? (
                  <Button size="small" type="link" onClick={() => setEditing(schedule)}>
                    {t('common:action.edit')}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
        {mayRule && hasPartner ? (
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('partners:bulletin.schedule')}
          </Button>
        ) : null}
      </div>
      <Table<Row>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={data?.bulletins ?? []}
        loading={isPending}
        pagination={false}
        locale={{
          emptyText: (
            <Empty
              title={t('partners:bulletin.emptyTitle')}
              body={t(hasPartner ? 'partners:bulletin.emptyBody' : 'partners:bulletin.emptyNoPartner')}
            />
          ),
        }}
      />
      {next === null ? null : (
        <Button className={styles.older ?? ''} onClick={() => setAfter(next)}>
          {t('partners:bulletin.older')}
        </Button>
      )}
      {editing === null ? null : (
        <ScheduleForm
          schedule={editing === 'new' ? undefined : editing}
          partners={partners.data?.partners ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

/** For a meeting before the period is over. */
function MakeNow({ schedule }: { readonly schedule: Schedule }) {
  const { t } = useTranslation(['partners', 'office']);
  const { message } = App.useApp();
  const { partnerId, every, typeCodes } = schedule;
  const { mutateAsync, isPending } = useMakeBulletin();
  const make = () =>
    mutateAsync({ partnerId, every, typeCodes: [...typeCodes] }).then(
      () => message.success(t('partners:bulletin.madeNow')),
      (error: unknown) => message.error(readRefusal(error, t('office:refusal.unknown')).message),
    );
  return (
    <Button size="small" type="link" loading={isPending} onClick={() => void make()}>
      {t('partners:bulletin.makeNow')}
    </Button>
  );
}
