import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRow as Row } from '../../../features/cases/sort-tasks.ts';
import { Button } from '../../../ui/button.tsx';
import { TaskRow } from './task-row.tsx';
import styles from './task-section.module.css';

const SHOWN_AT_FIRST = 20;

export type TaskSectionProps = { readonly title: string; readonly hint?: string; readonly rows: readonly Row[] };

/** A heading with a true count, and its rows; nothing where there are none. */
export function TaskSection({ title, hint, rows }: TaskSectionProps) {
  const { t } = useTranslation('field');
  const headingId = useId();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  if (rows.length === 0) return null;
  const left = rows.length - shown;
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <h2 id={headingId} className={styles.heading}>
        {title} <span className={styles.count}>{rows.length}</span>
      </h2>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      <ul className={styles.rows}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.task.id}>
            <TaskRow row={row} />
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <Button wide onClick={() => setShown(shown + 50)}>
          {t('tasks.showMore', { count: left })}
        </Button>
      ) : null}
    </section>
  );
}
