import { takeCase } from '@linli/contract';
import type { CaseActionKind } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ExpectedTask } from '../../../features/outbox/expect-task.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { formActions } from '../actions/form-actions.ts';
import { useQueue } from '../actions/use-queue.ts';
import styles from './task-page.module.css';

// The first that is allowed stands out at the thumb.
const MAIN = ['take', 'advance', 'finish-part', 'handle', 'check-pass', 'resume'] as const satisfies CaseActionKind[];

/** What I can do, drawn from `can`: one button at the thumb, the rest below. */
export function TaskActions({ expected }: { readonly expected: ExpectedTask }) {
  const { t } = useTranslation(['field', 'cases']);
  const queue = useQueue();
  const { task } = expected;
  const { can, id } = task;
  const main = MAIN.find((kind) => can.includes(kind));
  const others = formActions.filter((kind) => kind !== main && can.includes(kind));
  if (main === undefined && others.length === 0) return <p className={styles.meta}>{t('field:task.nothingToDo')}</p>;

  function take(): void {
    const words = { queued: t('field:act.queued'), offline: t('field:act.queuedOffline') };
    void queue({ operation: takeCase, input: { caseId: id }, caseId: id, title: task.title }, words);
  }

  return (
    <>
      {others.length === 0 ? null : (
        <section className={styles.others} aria-label={t('field:task.more')}>
          {others.map((kind) => (
            <Link
              key={kind}
              to="/tasks/$caseId/$action"
              params={{ caseId: id, action: kind }}
              className={buttonClass({ kind: kind === 'check-fail' ? 'danger' : 'plain' })}
            >
              {t(`cases:action.${kind}`)}
            </Link>
          ))}
        </section>
      )}
      {main === undefined ? null : (
        <div className={styles.main}>
          {main === 'take' ? (
            <Button kind="primary" size="large" wide onClick={take}>
              {t('cases:action.take')}
            </Button>
          ) : (
            <Link
              to="/tasks/$caseId/$action"
              params={{ caseId: id, action: main }}
              className={buttonClass({ kind: 'primary', size: 'large', wide: true })}
            >
              {t(`cases:action.${main}`)}
            </Link>
          )}
        </div>
      )}
    </>
  );
}
