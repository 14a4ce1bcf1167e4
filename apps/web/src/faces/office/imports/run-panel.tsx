import type { ImportRun } from '@linli/contract';
import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStartImport } from '../../../features/imports/start-import.ts';
import { useSteerImport } from '../../../features/imports/steer-import.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import styles from './imports-page.module.css';

const counted = {
  orders: ['added', 'same', 'changed', 'chased', 'bad'],
  registers: ['added', 'changed', 'same', 'bad'],
} as const;
const steers = {
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  checked: ['cancel'],
  checking: ['cancel'],
  uploaded: ['cancel'],
  done: [],
  cancelled: [],
} as const;

/** How far it is, what came of the rows, and what can be done now. */
export function RunPanel({ run, late }: { readonly run: ImportRun; readonly late: number }) {
  const { t } = useTranslation(['imports', 'office']);
  const start = useStartImport();
  const steer = useSteerImport();
  const error = start.error ?? steer.error;
  const isCounted = run.state !== 'uploaded';
  const of = run.kind === 'orders' ? 'orders' : 'registers';
  return (
    <section className={styles.section}>
      {isCounted ? (
        <>
          <Progress
            percent={run.rowCount === 0 ? 100 : Math.floor((run.done / run.rowCount) * 100)}
            status={run.state === 'running' || run.state === 'checking' ? 'active' : 'normal'}
            aria-label={t('imports:progress', { done: run.done, rows: run.rowCount })}
          />
          <p className={styles.soft} role="status">
            {t('imports:progress', { done: run.done, rows: run.rowCount })}
          </p>
          <dl className={styles.counts}>
            {counted[of].map((key) => (
              <div key={key}>
                <dt>
                  {t(key === 'changed' && of === 'registers' ? 'imports:register.updated' : `imports:counts.${key}`)}
                </dt>
                <dd className={key === 'bad' && run.bad > 0 ? styles.bad : undefined}>{run[key]}</dd>
              </div>
            ))}
          </dl>
          {late > 0 ? <p className={styles.bad}>{t('imports:late', { count: late })}</p> : null}
        </>
      ) : null}
      {error === null ? null : (
        <Alert type="error" showIcon title={readRefusal(error, t('office:refusal.unknown')).message} />
      )}
      <div className={styles.row}>
        {run.state === 'checked' ? (
          <Button
            type="primary"
            loading={start.isPending}
            disabled={run.added + run.chased + (of === 'registers' ? run.changed : 0) === 0}
            onClick={() => start.mutate({ importId: run.id, dryRun: false })}
          >
            {t(of === 'orders' ? 'imports:run' : 'imports:register.run')}
          </Button>
        ) : null}
        {run.state === 'done' && of === 'registers' ? (
          <>
            <Button loading={start.isPending} onClick={() => start.mutate({ importId: run.id, dryRun: true })}>
              {t('imports:again.button')}
            </Button>
            <span className={styles.soft}>{t('imports:again.explains')}</span>
          </>
        ) : null}
        {steers[run.state].map((to) => (
          <Button
            key={to}
            danger={to === 'cancel'}
            loading={steer.isPending}
            onClick={() => steer.mutate({ importId: run.id, to })}
          >
            {t(`imports:${to}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
