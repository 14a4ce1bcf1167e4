import { type CaseDetail, tickChecklist } from '@linli/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueue } from '../actions/use-queue.ts';
import { useReadText } from '../words/use-read-text.ts';
import styles from './task-page.module.css';

/** The steps of the case type. A tick is kept at once and sent by itself. */
export function TaskChecklist({ task }: { readonly task: CaseDetail }) {
  const { t } = useTranslation('field');
  const read = useReadText();
  const queue = useQueue();
  const headingId = useId();
  const { checklist } = task.type;
  if (checklist.length === 0) return null;
  const mayTick = task.can.includes('tick');
  const done = checklist.filter((item) => task.ticked.includes(item.key)).length;

  function toggle(key: string): void {
    const ticked = task.ticked.includes(key) ? task.ticked.filter((each) => each !== key) : [...task.ticked, key];
    void queue({ operation: tickChecklist, input: { caseId: task.id, ticked }, caseId: task.id, title: task.title });
  }

  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t('task.checklist')} <small>{t('task.ticked', { done, total: checklist.length })}</small>
      </h2>
      <ul className={styles.checklist}>
        {checklist.map((item) => (
          <li key={item.key}>
            <label>
              <input
                type="checkbox"
                checked={task.ticked.includes(item.key)}
                disabled={!mayTick}
                onChange={() => toggle(item.key)}
              />
              <span>{read(item.label)}</span>
              {item.kind === 'standard' ? <small>{t('task.mustTick')}</small> : null}
              {item.photo ? <small>{t('task.needsPhoto')}</small> : null}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
