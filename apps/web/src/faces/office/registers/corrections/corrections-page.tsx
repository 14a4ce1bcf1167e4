import { Link } from '@tanstack/react-router';
import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCorrections } from '../../../../features/registers/list-corrections.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { Empty, Refused, Skeleton } from '../../../../ui/state-views.tsx';
import { instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { PageFrame } from '../../shell/page-frame.tsx';
import { useMay } from '../../shell/use-session.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import { PageKeys } from '../page-keys.tsx';
import styles from '../registers.module.css';
import type { CorrectionRow } from './correction-row.ts';
import { DecideForm, decideKey } from './decide-form.tsx';

const states = ['open', 'accepted', 'refused'] as const;

/** Corrections that somebody asked for: what stood, what they say, why; whoever may decide does it here. */
export function CorrectionsPage() {
  const [reads, files] = [useMay('registers:read'), useMay('forms:file')];
  return reads || files ? <Corrections reads={reads} /> : <Refused />;
}

function Corrections({ reads }: { readonly reads: boolean }) {
  const { t } = useTranslation(['registers', 'office']);
  const { t: ui } = useTranslation('ui');
  const words = useFieldWords();
  const now = useNow();
  const [state, setState] = useState<(typeof states)[number]>('open');
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [deciding, setDeciding] = useState<{ row: CorrectionRow; accept: boolean } | null>(null);
  const after = keys.at(-1);
  const { data, error, isPending, refetch } = useListCorrections(
    { state, ...(after === undefined ? {} : { after }) },
    { keepPrevious: true },
  );
  return (
    <PageFrame
      title={t('office:nav.corrections')}
      back={
        reads ? (
          <Link to="/registers">{t('office:nav.registers')}</Link>
        ) : (
          <Link to="/forms">{t('office:nav.forms')}</Link>
        )
      }
      explains={t(reads ? 'registers:corrections.explains' : 'registers:corrections.explainsUnit')}
      tools={
        <Segmented
          aria-label={t('registers:corrections.state')}
          value={state}
          onChange={(next) => {
            setState(next);
            setKeys([]);
          }}
          options={states.map((value) => ({ value, label: t(`registers:corrections.states.${value}`) }))}
        />
      }
    >
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.corrections.length === 0 ? (
        <Empty title={t(`registers:corrections.none.${state}`)} body={t('registers:corrections.noneBody')} />
      ) : null}
      {data === undefined || data.corrections.length === 0 ? null : (
        <Table<CorrectionRow>
          size="small"
          rowKey="id"
          sticky
          pagination={false}
          dataSource={data.corrections}
          columns={[
            {
              key: 'subject',
              title: t('registers:corrections.subject'),
              width: 190,
              render: (_, row) => (
                <>
                  {reads ? (
                    <Link to="/registers/$subjectId" params={{ subjectId: row.subject.id }}>
                      {row.subject.name}
                    </Link>
                  ) : (
                    row.subject.name
                  )}
                  {row.homeName === null ? null : <div className={styles.soft}>{row.homeName}</div>}
                </>
              ),
            },
            {
              key: 'field',
              title: t('registers:corrections.field'),
              render: (_, row) => words.label(row.subject.noun, row.field),
            },
            {
              key: 'was',
              title: t(state === 'open' ? 'registers:corrections.was' : 'registers:corrections.now'),
              render: (_, row) => words.value(row.subject.noun, row.field, row.was),
            },
            {
              key: 'value',
              title: t('registers:corrections.value'),
              render: (_, row) => words.value(row.subject.noun, row.field, row.value),
            },
            { key: 'reason', title: t('registers:corrections.reason'), dataIndex: 'reason' },
            { key: 'owner', title: t('registers:corrections.owner'), render: (_, row) => words.owner(row.owner) },
            {
              key: 'asked',
              title: t('registers:corrections.asked'),
              render: (_, row) => `${row.askedBy} · ${instantWords(row.askedAt, now, ui)}`,
            },
            {
              key: 'answer',
              title: state === 'open' ? t('registers:corrections.decide') : t('registers:corrections.answer'),
              render: (_, row) =>
                row.state === 'open' ? (
                  <DecideButtons row={row} onDecide={(accept) => setDeciding({ row, accept })} />
                ) : (
                  [row.answer, row.decidedBy].filter((part) => part !== null).join(' · ')
                ),
            },
          ]}
        />
      )}
      <PageKeys keys={keys} next={data?.next ?? null} onKeys={setKeys} />
      {deciding === null ? null : <DecideForm {...deciding} onClose={() => setDeciding(null)} />}
    </PageFrame>
  );
}

function DecideButtons({
  row,
  onDecide,
}: {
  readonly row: CorrectionRow;
  readonly onDecide: (accept: boolean) => void;
}) {
  const { t } = useTranslation('registers');
  const words = useFieldWords();
  if (!row.mayDecide)
    return <span className={styles.soft}>{t('corrections.at', { owner: words.owner(row.owner) })}</span>;
  const own = row.answerOf !== 'relayed';
  return (
    <div className={styles.row}>
      <Button size="small" type={own ? 'primary' : 'default'} onClick={() => onDecide(true)}>
        {t(decideKey(own, true))}
      </Button>
      <Button size="small" onClick={() => onDecide(false)}>
        {t(decideKey(own, false))}
      </Button>
    </div>
  );
}
