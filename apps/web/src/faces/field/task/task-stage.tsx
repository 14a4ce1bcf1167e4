import type { CaseDetail } from '@linli/contract';
import type { PartAnswer } from '@linli/domain';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { answerName } from '../../../features/cases/part-answers.ts';
import { stageTurn } from '../../../features/cases/stage-turn.ts';
import { dueWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useReadText } from '../words/use-read-text.ts';
import styles from './task-page.module.css';

/** Where the procedure stands and who is asked what; nothing where the type has none. */
export function TaskStage({ task }: { readonly task: CaseDetail }) {
  const { t } = useTranslation('field');
  const { t: ui } = useTranslation('ui');
  const read = useReadText();
  const now = useNow();
  const headingId = useId();
  const { current, parts } = task;
  if (current === null && parts.length === 0) return null;
  const done = task.stages.filter(({ state }) => state === 'done');
  return (
    <section aria-labelledby={headingId} className={styles.block}>
      <h2 id={headingId} className={styles.heading}>
        {t('stage.title')}
      </h2>
      {current === null ? null : (
        <>
          <p className={styles.near}>{read(current.name)}</p>
          {current.hint === null ? null : <p>{read(current.hint)}</p>}
          <p className={styles.meta}>
            {current.dueAt === null ? null : (
              <span>{ui('due.stage', { when: dueWords(current.dueAt, now, ui), stage: read(current.name) })}</span>
            )}
            <span>{t(`stage.${stageTurn({ stage: current, parts, can: task.can })}`)}</span>
          </p>
        </>
      )}
      {done.length === 0 ? null : (
        <p className={styles.meta}>{t('stage.done', { stages: done.map(({ name }) => read(name)).join(' → ') })}</p>
      )}
      {parts.length === 0 ? null : (
        <dl className={styles.values}>
          {parts.map((part) => (
            <div key={part.unitId}>
              <dt>{part.lead ? t('stage.lead', { unit: part.unitName }) : part.unitName}</dt>
              <dd>
                {[
                  part.asked,
                  part.answer === null ? '' : answerWords(part.answer),
                  part.words,
                  part.answer === null && part.dueAt !== null
                    ? t('stage.answerBy', { when: dueWords(part.dueAt, now, ui) })
                    : '',
                ]
                  .filter((each) => each !== '')
                  .join(' · ')}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );

  function answerWords(answer: PartAnswer): string {
    const named = answerName(task, answer);
    return named === null ? t(`stage.answers.${answer}`) : read(named);
  }
}
