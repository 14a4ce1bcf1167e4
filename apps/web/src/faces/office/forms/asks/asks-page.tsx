import { type listAsks, type OutputOf, refusalArticles } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { App, Button, Dropdown, Segmented, Space, Table, type TableColumnsType, Tag } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListAsks } from '../../../../features/forms/list-asks.ts';
import { useRefuseAsk } from '../../../../features/forms/refuse-ask.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { dayWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { readRefusal } from '../../actions/read-refusal.ts';
import { useMay } from '../../shell/use-session.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from '../forms.module.css';
import { FormsFrame } from '../forms-frame.tsx';
import { AskForm } from './ask-form.tsx';

type Asks = OutputOf<typeof listAsks>;
type Ask = Asks['asks'][number];

/** What was asked of committees outside the forms, and how it was answered; above, who asks most beside the list. */
export function AsksPage() {
  const { t } = useTranslation('forms');
  const mayFill = useMay('forms:fill');
  const [state, setState] = useState<'all' | 'open' | 'refused'>('all');
  const [after, setAfter] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, refetch } = useListAsks(
    { ...(state === 'all' ? {} : { state }), ...(after.length === 0 ? {} : { after: after.at(-1) ?? '' }) },
    { keepPrevious: true },
  );
  const next = data?.next ?? null;
  return (
    <FormsFrame
      title={t('asks.title')}
      explains={t(mayFill ? 'asks.explains' : 'asks.explainsAbove')}
      tools={
        <>
          <Segmented
            aria-label={t('column.state')}
            value={state}
            onChange={(value) => {
              setAfter([]);
              setState(value);
            }}
            options={(['all', 'open', 'refused'] as const).map((value) => ({ value, label: t(`askState.${value}`) }))}
          />
          {mayFill ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('asks.register')}
            </Button>
          ) : null}
        </>
      }
    >
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.asks.length === 0 ? <Empty title={t('asks.empty')} body={t('asks.emptyBody')} /> : null}
      {data === undefined || data.asks.length === 0 ? null : <AskTable asks={data.asks} />}
      <div className={styles.row}>
        {after.length === 0 ? null : <Button onClick={() => setAfter(after.slice(0, -1))}>{t('pageBefore')}</Button>}
        {next === null ? null : <Button onClick={() => setAfter([...after, next])}>{t('pageNext')}</Button>}
      </div>
      {mayFill || data === undefined ? null : <Units units={data.units} />}
      {adding ? <AskForm onClose={() => setAdding(false)} /> : null}
    </FormsFrame>
  );
}

function AskTable({ asks }: { readonly asks: readonly Ask[] }) {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const columns: TableColumnsType<Ask> = [
    { key: 'on', title: t('column.askedOn'), width: 100, render: (_, ask) => dayWords(ask.askedOn, now, ui) },
    { key: 'area', title: t('column.committee'), width: 130, dataIndex: 'areaName' },
    {
      key: 'unit',
      title: t('column.askedBy'),
      width: 160,
      render: (_, ask) => (
        <span className={styles.item}>
          {ask.unitName}
          <span className={styles.soft}>{t(`askWay.${wayOf(ask.way)}`)}</span>
        </span>
      ),
    },
    {
      key: 'words',
      title: t('column.what'),
      render: (_, ask) => (
        <span className={styles.item}>
          {ask.words}
          {ask.known === null ? null : (
            <span className={styles.good}>
              <Link to="/forms/$formId" params={{ formId: ask.known.formId }}>
                {t('asks.known', { name: ask.known.name, percent: Math.round(ask.known.share * 100) })}
              </Link>
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'answer',
      title: t('column.answer'),
      width: 380,
      render: (_, ask) =>
        ask.state === 'open' ? (
          <span className={styles.row}>
            <Tag color="warning">{t('askState.open')}</Tag>
            {ask.mayRefuse ? <RefuseAsk ask={ask} /> : null}
          </span>
        ) : (
          <span className={styles.item}>
            {ask.answer}
            <span className={styles.soft}>{ask.article}</span>
          </span>
        ),
    },
  ];
  return <Table<Ask> size="small" rowKey="id" columns={columns} dataSource={[...asks]} pagination={false} />;
}

const ways = ['phone', 'message', 'meeting', 'paper', 'mail', 'system', 'visit'] as const;

function wayOf(way: string): (typeof ways)[number] {
  return ways.find((each) => each === way) ?? 'message';
}

/** One press refuses with the article that fits; another article can be chosen. */
function RefuseAsk({ ask }: { readonly ask: Ask }) {
  const { t } = useTranslation(['forms', 'office']);
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useRefuseAsk();
  const usual = ask.known === null ? ('list-only' as const) : ('form-exists' as const);

  async function refuse(article: (typeof refusalArticles)[number]): Promise<void> {
    try {
      const done = await mutateAsync({ askId: ask.id, article });
      message.success(t('forms:asks.refused', { article: done.article }));
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }

  return (
    <Space.Compact size="small">
      <Button danger loading={isPending} onClick={() => void refuse(usual)}>
        {t('forms:asks.refuse')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: refusalArticles.map((article) => ({ key: article, label: t(`forms:article.${article}`) })),
          onClick: ({ key }) => void refuse(refusalArticles.find((each) => each === key) ?? usual),
        }}
      >
        <Button danger aria-label={t('forms:asks.otherArticle')} icon={<ChevronDown size={14} aria-hidden="true" />} />
      </Dropdown>
    </Space.Compact>
  );
}

function Units({ units }: Pick<Asks, 'units'>) {
  const { t } = useTranslation('forms');
  if (units.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('asks.byUnit')}>
      <h2>{t('asks.byUnit')}</h2>
      <Table
        size="small"
        rowKey="unitId"
        pagination={false}
        dataSource={[...units]}
        columns={[
          { key: 'name', title: t('column.unit'), dataIndex: 'name' },
          { key: 'asks', title: t('column.asks'), width: 140, align: 'end', dataIndex: 'asks' },
          { key: 'refused', title: t('column.refused'), width: 140, align: 'end', dataIndex: 'refused' },
        ]}
      />
    </section>
  );
}
