import type { listLettingChecks, OutputOf } from '@linli/contract';
import { type LettingState, lettingFaults, lettingStates } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListLettingChecks } from '../../../../features/registers/list-letting-checks.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { Empty, Refused, Skeleton } from '../../../../ui/state-views.tsx';
import { PageFrame } from '../../shell/page-frame.tsx';
import { useMay } from '../../shell/use-session.ts';
import { AreaSelect } from '../../words/area-select.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import { PageKeys } from '../page-keys.tsx';
import styles from '../registers.module.css';
import { LettingForm } from './letting-form.tsx';

type Row = OutputOf<typeof listLettingChecks>['homes'][number];

/** Let homes by what has to be done next: past their day, being mended, not looked at, passed. */
export function LettingPage() {
  return useMay('registers:read') ? <Letting /> : <Refused />;
}

function Letting() {
  const { t } = useTranslation(['registers', 'office']);
  const read = useReadText();
  const mayEdit = useMay('registers:edit');
  const [state, setState] = useState<LettingState>('overdue');
  const [areaId, setAreaId] = useState<string | undefined>();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [checking, setChecking] = useState<Row['home'] | null>(null);
  const after = keys.at(-1);
  const { data, error, isPending, refetch } = useListLettingChecks(
    { state, ...(areaId === undefined ? {} : { areaId }), ...(after === undefined ? {} : { after }) },
    { keepPrevious: true },
  );
  const faults = ({ check, home }: Row) =>
    check === null ? (home.fields.letFault ?? '') : check.failed.map((code) => read(lettingFaults[code])).join('、');
  return (
    <PageFrame
      title={t('office:nav.letting')}
      back={<Link to="/registers">{t('office:nav.registers')}</Link>}
      explains={t('registers:letting.explains')}
      tools={
        <div className={styles.area}>
          <AreaSelect
            value={areaId}
            onChange={(next) => {
              setAreaId(next);
              setKeys([]);
            }}
            allowClear
            label={t('registers:filter.area')}
          />
        </div>
      }
    >
      <div>
        <Segmented
          aria-label={t('registers:letting.state')}
          value={state}
          onChange={(next) => {
            setState(next);
            setKeys([]);
          }}
          options={lettingStates.map((value) => ({
            value,
            label: `${t(`registers:letting.states.${value}`)}${data === undefined ? '' : ` ${data.counts[value]}`}`,
          }))}
        />
      </div>
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.homes.length === 0 ? (
        <Empty title={t(`registers:letting.none.${state}`)} body={t('registers:letting.noneBody')} />
      ) : null}
      {data === undefined || data.homes.length === 0 ? null : (
        <Table<Row>
          size="small"
          rowKey={(row) => row.home.id}
          pagination={false}
          sticky
          dataSource={data.homes}
          columns={[
            {
              key: 'home',
              title: t('registers:column.home'),
              render: (_, { home }) => (
                <Link to="/registers/$subjectId" params={{ subjectId: home.id }}>
                  {home.name}
                </Link>
              ),
            },
            { key: 'area', title: t('registers:column.area'), render: (_, { home }) => home.areas.at(-1)?.name },
            { key: 'failed', title: t('registers:letting.failed'), render: (_, row) => faults(row) || '—' },
            { key: 'mendBy', title: t('registers:letting.mendBy'), render: (_, { check }) => check?.mendBy ?? '—' },
            { key: 'on', title: t('registers:letting.on'), render: (_, { check }) => check?.on ?? '—' },
            { key: 'by', title: t('registers:letting.by'), render: (_, { check }) => check?.by ?? '—' },
            ...(mayEdit
              ? [
                  {
                    key: 'act',
                    render: (_: unknown, { home }: Row) => (
                      <Button size="small" onClick={() => setChecking(home)}>
                        {t('registers:letting.record')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <PageKeys keys={keys} next={data?.next ?? null} onKeys={setKeys} />
      {checking === null ? null : <LettingForm home={checking} onClose={() => setChecking(null)} />}
    </PageFrame>
  );
}
