import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { clockName } from '../../../features/cases/clock-name.ts';
import { dueStart } from '../../../features/cases/sort-tasks.ts';
import { DueBar } from '../../../ui/due-bar.tsx';
import { Skeleton } from '../../../ui/state-views.tsx';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { Watermark } from '../../../ui/watermark.tsx';
import { PageHead } from '../page-head.tsx';
import { TaskActions } from '../task/task-actions.tsx';
import { TaskChecklist } from '../task/task-checklist.tsx';
import { TaskMissing } from '../task/task-missing.tsx';
import { TaskNews } from '../task/task-news.tsx';
import styles from '../task/task-page.module.css';
import { TaskPhotos } from '../task/task-photos.tsx';
import { TaskPlace } from '../task/task-place.tsx';
import { TaskStage } from '../task/task-stage.tsx';
import { TaskStory } from '../task/task-story.tsx';
import { TaskWhat } from '../task/task-what.tsx';
import { useTask } from '../task/use-task.ts';
import { useReadText } from '../words/use-read-text.ts';

/** One task: how long left, where, what, the checklist, what I can do, and its story. */
export function TaskPage() {
  const { t } = useTranslation(['field', 'cases']);
  const { t: ui } = useTranslation('ui');
  const read = useReadText();
  const { caseId } = useParams({ strict: false });
  const { expected, isLoading, error, staleSince, refetch } = useTask(caseId ?? '');
  const now = useNow();
  if (expected === undefined)
    return isLoading ? <Skeleton rows={6} /> : <TaskMissing error={error} onRetry={refetch} />;
  const { task } = expected;
  const photos = (phases: readonly string[]) => task.photos.filter((photo) => phases.includes(photo.phase));
  return (
    <article className={styles.page}>
      <div>
        <PageHead title={task.title} to="/" />
        <p className={styles.meta}>
          <span>{t(`cases:state.${task.state}`)}</span>
          <span>{t('cases:number', { number: task.number })}</span>
          {task.urgedCount > 0 ? <span>{t('cases:mark.urged', { count: task.urgedCount })}</span> : null}
          {task.pending === null ? null : <span>{t(`cases:pending.${task.pending}`)}</span>}
        </p>
      </div>
      {staleSince === undefined ? null : (
        <p className={styles.meta}>{t('field:tasks.asOf', { when: timeWords(staleSince, now, ui) })}</p>
      )}
      {task.due === null ? null : (
        <DueBar
          startedAt={dueStart(task)}
          dueAt={task.due.at}
          step={
            task.due.clock === 'total'
              ? undefined
              : clockName(task.due.clock, task, { read, own: t(`cases:clock.${task.due.clock}`) })
          }
          stopped={task.state === 'suspended'}
        />
      )}
      <TaskNews expected={expected} />
      <TaskPlace task={task} />
      <TaskWhat task={task} />
      <TaskStage task={task} />
      <TaskPhotos title={t('field:task.before')} photos={photos(['report'])} />
      <TaskPhotos title={t('field:task.after')} photos={photos(['handle', 'check'])} />
      <TaskChecklist task={task} />
      <TaskActions expected={expected} />
      <TaskStory task={task} />
      <Watermark words={task.watermark} />
    </article>
  );
}
