import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { clockName } from '../../../features/cases/clock-name.ts';
import { dueStart, type TaskRow as Row } from '../../../features/cases/sort-tasks.ts';
import { splitAddress } from '../../../features/places/split-address.ts';
import { DueBar } from '../../../ui/due-bar.tsx';
import { itemActionWords } from '../outbox/item-words.ts';
import { distanceWords } from '../words/distance-words.ts';
import { useReadText } from '../words/use-read-text.ts';
import styles from './task-row.module.css';

/** What, where with building and floor first, how long left, how far, and what of mine has not arrived yet. */
export function TaskRow({ row }: { readonly row: Row }) {
  const { t } = useTranslation(['field', 'cases']);
  const read = useReadText();
  const { task, metres, waiting, refused } = row;
  const address = splitAddress(task.place.address);
  const area = task.place.areas.at(-1)?.name ?? '';
  return (
    <Link to="/tasks/$caseId" params={{ caseId: task.id }} className={styles.row}>
      <p className={styles.what}>
        {task.urgent ? (
          <em className={styles.mark} data-tone="bad">
            {t('cases:mark.urgent')}
          </em>
        ) : null}
        {task.supervised ? (
          <em className={styles.mark} data-tone="caution">
            {t('cases:mark.supervised')}
          </em>
        ) : null}
        {task.round > 1 ? (
          <em className={styles.mark} data-tone="caution">
            {t('cases:mark.round', { round: task.round })}
          </em>
        ) : null}
        <span className={styles.title}>{task.title}</span>
        {task.stage === null ? null : <em className={styles.mark}>{read(task.stage.name)}</em>}
      </p>
      <p className={styles.where}>
        <span className={styles.place}>
          <strong>{address.near === '' ? area || t('field:tasks.noAddress') : address.near}</strong>
          {address.near === '' ? null : <span>{address.far === '' ? area : address.far}</span>}
        </span>
        {metres === null ? null : <span className={styles.metres}>{distanceWords(metres, t)}</span>}
      </p>
      {task.due === null ? null : (
        <DueBar
          look="row"
          startedAt={dueStart(task)}
          dueAt={task.due.at}
          step={clockName(task.due.clock, task, { read, own: t(`cases:clock.${task.due.clock}`) })}
          stopped={task.state === 'suspended'}
        />
      )}
      {refused.map((item) => (
        <p key={item.id} className={styles.note} data-tone="bad">
          {t('field:tasks.refusedMark', { action: itemActionWords(item, t) })}
        </p>
      ))}
      {waiting.map((item) => (
        <p key={item.id} className={styles.note}>
          {t('field:tasks.waitingMark', { action: itemActionWords(item, t) })}
        </p>
      ))}
    </Link>
  );
}
