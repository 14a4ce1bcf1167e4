import type { getForm, OutputOf } from '@linli/contract';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, App, Button, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEndForm } from '../../../../features/forms/end-form.ts';
import { useGetForm } from '../../../../features/forms/get-form.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { readRefusal } from '../../actions/read-refusal.ts';
import { useMay } from '../../shell/use-session.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import { fillPercent } from '../fill-bar.tsx';
import styles from '../forms.module.css';
import { FormsFrame } from '../forms-frame.tsx';
import { LinkButton } from '../link-button.tsx';
import { periodWords } from '../period-words.ts';
import { FormReturns } from './form-returns.tsx';
import { PullButton } from './pull-button.tsx';

type FormData = OutputOf<typeof getForm>;

/** One form for its department: where each committee stands, what was fetched, its versions. */
export function FormPage() {
  const { t } = useTranslation('forms');
  const { formId = '' } = useParams({ strict: false });
  const [period, setPeriod] = useState<string | undefined>();
  const { data, error, refetch } = useGetForm(
    { formId, ...(period === undefined ? {} : { period }) },
    { keepPrevious: true },
  );
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  const { form, total, returns } = data;
  const given = returns.filter(({ state }) => state === 'given' || state === 'approved').length;
  const approved = returns.filter(({ state }) => state === 'approved').length;
  return (
    <FormsFrame
      title={form.name}
      back={
        <Link to={form.mine ? '/forms/mine' : '/forms/returns'}>{t(form.mine ? 'mine.title' : 'returns.title')}</Link>
      }
      explains={t('form.line', { unit: form.unitName, law: data.law ?? t('mine.noItem'), version: form.version })}
      tools={
        <div className={styles.row}>
          {data.period === null ? null : (
            <Select
              aria-label={t('column.period')}
              style={{ width: 150 }}
              value={data.period}
              onChange={setPeriod}
              options={data.periods.map((value) => ({ value, label: periodWords(value, t) }))}
            />
          )}
          {form.mine ? <OwnTools data={data} approved={approved} /> : null}
        </div>
      }
    >
      {form.state === 'ended' ? <Alert type="info" showIcon title={t('form.ended')} /> : null}
      {returns.length === 0 ? (
        <Empty title={t('form.noReturns')} />
      ) : (
        <>
          <dl className={styles.figures}>
            <div>
              <dt>{t('form.given')}</dt>
              <dd>{`${given} / ${returns.length}`}</dd>
            </div>
            <div>
              <dt>{t('form.onTime')}</dt>
              <dd>{data.onTime}</dd>
            </div>
            <div>
              <dt>{t('form.approved')}</dt>
              <dd>{approved}</dd>
            </div>
            <div>
              <dt>{t('column.rows')}</dt>
              <dd>{total?.rows ?? t('hidden.withheld')}</dd>
            </div>
            <div>
              <dt>{t('column.filled')}</dt>
              <dd>{total === null ? t('hidden.withheld') : `${fillPercent(total) ?? 0}%`}</dd>
            </div>
          </dl>
          <FormReturns returns={returns} />
        </>
      )}
      <Pulls pulls={data.pulls} />
      <Versions versions={data.versions} />
    </FormsFrame>
  );
}

function OwnTools({ data, approved }: { readonly data: FormData; readonly approved: number }) {
  const { t } = useTranslation(['forms', 'common', 'office']);
  const { modal, message } = App.useApp();
  const end = useEndForm();
  const mayFile = useMay('forms:file');
  const { form } = data;
  if (!mayFile) return null;
  const ask = () =>
    modal.confirm({
      title: t('forms:form.endTitle'),
      content: t('forms:form.endBody'),
      okText: t('forms:form.end'),
      okButtonProps: { danger: true },
      onOk: () =>
        end.mutateAsync({ formId: form.id }).catch((error: unknown) => {
          message.error(readRefusal(error, t('office:refusal.unknown')).message);
        }),
    });
  return (
    <>
      {form.state === 'published' ? (
        <>
          <Button onClick={ask}>{t('forms:form.end')}</Button>
          <LinkButton to="/forms/edit/$formId" params={{ formId: form.id }} search={{}}>
            {t('common:action.edit')}
          </LinkButton>
        </>
      ) : null}
      {data.period === null ? null : (
        <PullButton formId={form.id} period={data.period} law={data.law ?? ''} approved={approved} />
      )}
    </>
  );
}

function Pulls({ pulls }: Pick<FormData, 'pulls'>) {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  if (pulls.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('form.pulls')}>
      <h2>{t('form.pulls')}</h2>
      <Table
        size="small"
        rowKey={(pull) => `${pull.at}/${pull.by}`}
        pagination={false}
        dataSource={[...pulls]}
        columns={[
          { key: 'at', title: t('column.when'), width: 160, render: (_, pull) => instantWords(pull.at, now, ui) },
          { key: 'by', title: t('column.who'), dataIndex: 'by' },
          {
            key: 'way',
            title: t('column.way'),
            width: 120,
            render: (_, pull) => t(pull.way === 'file' ? 'way.file' : 'way.operation'),
          },
          {
            key: 'rows',
            title: t('column.rows'),
            width: 90,
            align: 'end',
            render: (_, pull) => pull.rows ?? t('hidden.withheld'),
          },
          {
            key: 'sealed',
            title: t('column.sealed'),
            width: 120,
            align: 'end',
            render: (_, pull) => t('form.sealedFields', { count: pull.sealed.length }),
          },
        ]}
      />
    </section>
  );
}

function Versions({ versions }: Pick<FormData, 'versions'>) {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  if (versions.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('form.versions')}>
      <h2>{t('form.versions')}</h2>
      <ul className={styles.steps}>
        {versions.map((version) => (
          <li key={version.version}>
            {t('form.version', { version: version.version, at: instantWords(version.publishedAt, now, ui) })}
            {version.again !== null && (
              <p>
                {t('form.again', { unit: version.again.unitName })}
                <Link to="/forms/$formId" params={{ formId: version.again.formId }}>
                  {version.again.name}
                </Link>
                {t('form.againWhy', { reason: version.again.reason })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
