import { readRowCondition } from '@linli/domain';
import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListNeeds } from '../../../../features/forms/list-needs.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { dayWords, instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { useMay } from '../../shell/use-session.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import { useConditionWords } from '../edit/use-condition-words.ts';
import styles from '../forms.module.css';
import { FormsFrame } from '../forms-frame.tsx';
import { useCommittees } from '../use-committees.ts';
import type { Need } from './need.ts';
import { NeedActs } from './need-acts.tsx';
import { NeedForm } from './need-form.tsx';
import { useServedField } from './use-served-field.ts';

const colors = { filed: 'warning', approved: 'success', refused: 'error', ended: 'default' } as const;

/** Data given to others: what, for what, on which law, until when; decided here, each fetching counted, ended when over. */
export function NeedsPage() {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const mayFile = useMay('forms:file');
  const served = useServedField();
  const { data, error, isPending, refetch } = useListNeeds({});
  const say = useConditionWords();
  const [filing, setFiling] = useState(false);
  const whichRows = (need: Need): string => {
    const read = readRowCondition(need.rowsWhen, need.noun);
    return read.ok ? say(read.condition) : t('edit.whenNotRead');
  };
  const committees = useCommittees();
  const areaNames = ({ areaIds }: Need): string =>
    areaIds.map((areaId) => committees.find(({ id }) => id === areaId)?.name ?? '…').join(t('join'));
  const columns: TableColumnsType<Need> = [
    {
      key: 'asker',
      title: t('column.asker'),
      width: 190,
      render: (_, need) => (
        <span className={styles.item}>
          {need.asker}
          <span className={styles.soft}>{t('needs.filedAt', { at: instantWords(need.filedAt, now, ui) })}</span>
        </span>
      ),
    },
    {
      key: 'what',
      title: t('column.what'),
      render: (_, need) => (
        <span className={styles.item}>
          {need.purpose}
          <span className={styles.soft}>
            {t('needs.fields', {
              noun: t(`rowsOf.${need.noun}`),
              fields: need.fields.map((field) => served(need.noun, field)).join(t('join')),
            })}
            {need.rowsWhen === '' ? '' : t('needs.which', { condition: whichRows(need) })}
            {need.areaIds.length === 0 ? '' : t('needs.inAreas', { areas: areaNames(need) })}
          </span>
        </span>
      ),
    },
    {
      key: 'law',
      title: t('column.law'),
      width: 220,
      render: (_, need) => (
        <span className={styles.item}>
          {need.law}
          <span className={styles.soft}>{t('needs.until', { day: dayWords(need.until, now, ui) })}</span>
        </span>
      ),
    },
    {
      key: 'log',
      title: t('column.served'),
      width: 170,
      render: (_, need) =>
        need.lastPullAt === null ? (
          <span className={styles.soft}>{t('needs.neverServed')}</span>
        ) : (
          <span className={styles.item}>
            {t('needs.pulls', { count: need.pulls, rows: need.rowsServed })}
            <span className={styles.soft}>{t('needs.lastPull', { at: instantWords(need.lastPullAt, now, ui) })}</span>
          </span>
        ),
    },
    {
      key: 'state',
      title: t('column.state'),
      width: 250,
      render: (_, need) => (
        <span className={styles.item}>
          <span className={styles.row}>
            <Tag color={colors[need.state]}>{t(`needState.${need.state}`)}</Tag>
            <NeedActs need={need} />
          </span>
          {need.answer === null ? null : <span className={styles.soft}>{need.answer}</span>}
        </span>
      ),
    },
  ];
  return (
    <FormsFrame
      title={t('needs.title')}
      explains={t('needs.explains')}
      tools={
        mayFile ? (
          <Button type="primary" onClick={() => setFiling(true)}>
            {t('needs.file')}
          </Button>
        ) : null
      }
    >
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.needs.length === 0 ? <Empty title={t('needs.empty')} body={t('needs.emptyBody')} /> : null}
      {data === undefined || data.needs.length === 0 ? null : (
        <Table<Need> size="small" rowKey="id" columns={columns} dataSource={[...data.needs]} pagination={false} />
      )}
      {filing ? <NeedForm onClose={() => setFiling(false)} /> : null}
    </FormsFrame>
  );
}
