import type { listQuestions, OutputOf } from '@linli/contract';
import { Button, Dropdown } from 'antd';
import { Check } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';
import { dayWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import styles from '../forms.module.css';
import { AnswerControl, type AnswerValue } from './answer-control.tsx';
import { useSaveAnswer } from './use-save-answer.ts';

type Question = OutputOf<typeof listQuestions>['questions'][number];
export type QuestionRowProps = { readonly question: Question; readonly onNext: () => void };

const unknownReasons = ['none', 'unwilling', 'not-met'] as const;

/** One thing asked: saved when the cursor leaves it, with every form that has it from the one answer. */
export function QuestionRow({ question, onNext }: QuestionRowProps) {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const read = useReadText();
  const now = useNow();
  const id = useId();
  const { save, saving, served, problem } = useSaveAnswer(question);
  const [isUnknown, setIsUnknown] = useState(false);
  const label = read(question.label);

  function answer(value: AnswerValue): void {
    void save({ value });
  }

  function sayUnknown(reason: (typeof unknownReasons)[number]): void {
    setIsUnknown(true);
    onNext();
    void save({ unknown: t(`unknown.${reason}`) });
  }

  const forms = question.forms.map((form) =>
    t('queue.formDue', { name: form.name, day: dayWords(form.dueOn, now, ui) }),
  );
  return (
    <div className={styles.question}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.answer}>
        <AnswerControl
          id={id}
          kind={question.kind}
          options={question.options}
          disabled={saving || (served !== null && isUnknown)}
          invalid={problem !== null}
          onAnswer={answer}
          onNext={onNext}
        />
        {served === null ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: unknownReasons.map((reason) => ({ key: reason, label: t(`unknown.${reason}`) })),
              onClick: ({ key }) => sayUnknown(unknownReasons.find((reason) => reason === key) ?? 'none'),
            }}
          >
            <Button size="small" type="text" aria-label={t('queue.cannotKnowOf', { label })}>
              {t('queue.cannotKnow')}
            </Button>
          </Dropdown>
        ) : null}
      </span>
      <span className={styles.serves} role={served === null && problem === null ? undefined : 'status'}>
        {problem === null ? null : <span className={styles.bad}>{t(`problem.${problem}`)} </span>}
        {served === null ? null : (
          <span className={styles.good}>
            <Check size={14} aria-hidden="true" /> {t('queue.saved', { count: served })}{' '}
          </span>
        )}
        {forms.join(t('join'))}
      </span>
    </div>
  );
}
