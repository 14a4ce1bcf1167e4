import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListForms } from '../../../../features/forms/list-forms.ts';
import { useListLedgers } from '../../../../features/forms/list-ledgers.ts';
import { useListReturns } from '../../../../features/forms/list-returns.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { dayWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { useMay } from '../../shell/use-session.ts';
import { AreaSelect } from '../../words/area-select.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from '../forms.module.css';
import { FormsFrame } from '../forms-frame.tsx';
import { periodWords } from '../period-words.ts';
import { ReturnFill } from '../return-counts.tsx';
import { useMyCommittee } from '../use-my-committee.ts';
import { latestReturns, ledgerForms } from './match-ledgers.ts';

/** The ledgers of the packs, each with how full it is at the reader's committee; it opens to its table. */
export function LedgersPage() {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const read = useReadText();
  const now = useNow();
  const mayFile = useMay('forms:file');
  const mine = useMyCommittee();
  const [areaId, setAreaId] = useState<string | undefined>(mine?.id);
  const ledgers = useListLedgers({}, { staleTimeMs: 300_000 });
  const forms = useListForms({});
  const returns = useListReturns(
    { limit: 200, ...(areaId === undefined ? {} : { areaId }) },
    { enabled: areaId !== undefined },
  );
  const formOf = ledgerForms(ledgers.data?.ledgers ?? [], forms.data?.forms ?? []);
  const latest = latestReturns(returns.data?.returns ?? []);
  const { data, error, isPending, refetch } = ledgers;
  return (
    <FormsFrame
      title={t('ledgers.title')}
      explains={t('ledgers.explains')}
      tools={
        mine === null ? (
          <div className={styles.area}>
            <AreaSelect value={areaId} onChange={setAreaId} allowClear label={t('ledgers.choose')} />
          </div>
        ) : (
          <span className={styles.soft}>{mine.name}</span>
        )
      }
    >
      {isPending ? <Skeleton rows={12} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.ledgers.length === 0 ? <Empty title={t('ledgers.empty')} body={t('ledgers.emptyBody')} /> : null}
      <div className={styles.cards}>
        {data?.ledgers.map((ledger) => {
          const form = formOf.get(ledger.code);
          const own = form === undefined ? undefined : latest.get(form.id);
          const name = read(ledger.form.name);
          return (
            <section key={ledger.code} className={styles.card} aria-label={name}>
              <h2>
                {own === undefined ? (
                  name
                ) : (
                  <Link to="/forms/returns/$returnId" params={{ returnId: own.id }}>
                    {name}
                  </Link>
                )}
              </h2>
              <span className={styles.soft}>
                {t('ledgers.line', { count: ledger.form.columns.length, period: t(`period.${ledger.form.period}`) })}
                {form === undefined ? '' : ` · ${form.unitName}`}
              </span>
              {own === undefined ? (
                <span className={styles.soft}>
                  {t(form === undefined ? 'ledgers.notFiled' : 'ledgers.chooseFirst')}
                </span>
              ) : (
                <>
                  <ReturnFill row={own} />
                  <span className={styles.soft}>
                    {own.counts === null
                      ? null
                      : t('ledgers.rows', { count: own.counts.rows, missing: own.counts.missing })}
                  </span>
                  <span className={own.late ? styles.bad : styles.soft}>
                    {periodWords(own.period, t)} · {t('dueBy', { day: dayWords(own.dueOn, now, ui) })} ·{' '}
                    {t(`state.${own.state}`)}
                  </span>
                </>
              )}
              {mayFile && form === undefined ? (
                <Link to="/forms/edit/$formId" params={{ formId: 'new' }} search={{ ledger: ledger.code }}>
                  {t('ledgers.fileThis')}
                </Link>
              ) : null}
            </section>
          );
        })}
      </div>
    </FormsFrame>
  );
}
