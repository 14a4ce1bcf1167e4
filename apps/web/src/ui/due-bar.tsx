import { useTranslation } from 'react-i18next';
import styles from './due-bar.module.css';
import { type DueState, dueState } from './due-state.ts';
import { dueWords, durationWords, type UiText } from './time-words.ts';
import { useNow } from './use-now.ts';

export type DueBarProps = {
  /** ISO instants. */
  readonly startedAt: string;
  readonly dueAt: string;
  /** What is due by then (“接手”); left out, the whole case. */
  readonly step?: string | undefined;
  /** The step of a procedure that ends by then (“受理”), where only that is promised. */
  readonly stage?: string | undefined;
  readonly doneAt?: string | undefined;
  /** The clock is suspended. */
  readonly stopped?: boolean | undefined;
  /** `row` leaves out the date and names the step beside the time left: for dense lists. */
  readonly look?: 'full' | 'row';
};

/** “最晚 11月25日 17:00 前办结” over a bar of the time used; colour and words say the same. */
export function DueBar({ startedAt, dueAt, step, stage, doneAt, stopped, look = 'full' }: DueBarProps) {
  const { t } = useTranslation('ui');
  const now = useNow();
  const state = dueState({
    startedAt: new Date(startedAt),
    dueAt: new Date(dueAt),
    now,
    doneAt: doneAt === undefined ? undefined : new Date(doneAt),
    stopped,
  });
  return (
    <div className={styles.due} data-tone={state.tone} data-look={look}>
      <p className={styles.words}>
        {look === 'full' ? <time dateTime={dueAt}>{byWords(dueWords(dueAt, now, t), { step, stage }, t)}</time> : null}
        <span className={styles.left}>
          {leftWords(state, { isDone: doneAt !== undefined, step: look === 'row' ? step : undefined }, t)}
        </span>
      </p>
      <div className={styles.track} aria-hidden="true">
        <div style={{ width: `${Math.round(state.share * 100)}%` }} />
      </div>
    </div>
  );
}

function byWords(when: string, { step, stage }: Pick<DueBarProps, 'step' | 'stage'>, t: UiText): string {
  if (stage !== undefined) return t('due.stage', { when, stage });
  return step === undefined ? t('due.by', { when }) : t('due.stepBy', { when, step });
}

function leftWords(
  { tone, leftMs }: DueState,
  { isDone, step }: { readonly isDone: boolean; readonly step: string | undefined },
  t: UiText,
): string {
  if (tone === 'still') return t('due.stopped');
  const duration = durationWords(leftMs, t);
  if (isDone) return leftMs < 0 ? t('due.metLate', { duration }) : t('due.met');
  if (step !== undefined) return t(leftMs < 0 ? 'due.stepLate' : 'due.stepLeft', { step, duration });
  return leftMs < 0 ? t('due.late', { duration }) : t('due.left', { duration });
}
