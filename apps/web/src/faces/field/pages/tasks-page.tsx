import { ApiError } from '@linli/client';
import { LocateFixed } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sortTasks, type TaskSections } from '../../../features/cases/sort-tasks.ts';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { useHere } from '../../../features/places/use-here.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorState, Offline, Skeleton } from '../../../ui/state-views.tsx';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from '../tasks/task-section.module.css';
import { TaskSection } from '../tasks/task-section.tsx';
import { useMyTasks } from '../tasks/use-my-tasks.ts';

const SECTIONS = ['soon', 'others', 'pool', 'checks', 'suspended', 'leaving'] as const satisfies (keyof TaskSections)[];

/** A day's work: what is nearly due first, then the nearest; what I may take; what I may check. */
export function TasksPage() {
  const { t } = useTranslation('field');
  const { t: ui } = useTranslation('ui');
  const tasks = useMyTasks();
  const here = useHere();
  const now = useNow();
  const { items } = useOutbox();
  const sections = useMemo(
    () => tasks.data && sortTasks(tasks.data, { items, fetchedAt: tasks.asOf, now, here: here.point }),
    [tasks.data, tasks.asOf, items, now, here.point],
  );

  if (sections === undefined) {
    if (tasks.isLoading) return <Skeleton rows={6} />;
    return tasks.error instanceof ApiError ? (
      <ErrorState requestId={tasks.error.id} onRetry={tasks.refetch} />
    ) : (
      <Offline onRetry={tasks.refetch} />
    );
  }
  const isEmpty = SECTIONS.every((name) => sections[name].length === 0);
  return (
    <>
      <h1 className="visually-hidden">{t('nav.tasks')}</h1>
      <div className={styles.head}>
        <p role="status">
          {tasks.isStale && tasks.asOf !== undefined ? t('tasks.asOf', { when: timeWords(tasks.asOf, now, ui) }) : null}
          {here.state === 'refused' ? t('tasks.hereRefused') : null}
        </p>
        {here.point === null && !isEmpty ? (
          <Button
            kind="quiet"
            icon={<LocateFixed aria-hidden="true" size={20} />}
            busy={here.state === 'finding'}
            onClick={here.find}
          >
            {t(here.state === 'finding' ? 'tasks.findingHere' : 'tasks.byDistance')}
          </Button>
        ) : null}
      </div>
      {isEmpty ? <Empty title={t('empty.tasksTitle')} body={t('empty.tasksBody')} /> : null}
      {SECTIONS.map((name) => (
        <TaskSection
          key={name}
          title={t(`tasks.${name}`)}
          rows={sections[name]}
          {...(name === 'pool' ? { hint: t('tasks.poolHint') } : {})}
        />
      ))}
    </>
  );
}
