import type { listQuestions, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import styles from '../forms.module.css';
import { QuestionRow } from './question-row.tsx';

type Question = OutputOf<typeof listQuestions>['questions'][number];
export type QuestionGroupProps = { readonly questions: readonly Question[]; readonly onNext: () => void };

/** Everything asked of one person, home or shop. */
export function QuestionGroup({ questions, onNext }: QuestionGroupProps) {
  const { t } = useTranslation('forms');
  const [first] = questions;
  if (first === undefined) return null;
  return (
    <section className={styles.group} aria-label={first.name}>
      <h3>
        {first.name === '' ? t(`noun.${first.noun}`) : first.name}
        <span className={styles.soft}>{first.address}</span>
      </h3>
      <div>
        {questions.map((question) => (
          <QuestionRow key={question.field} question={question} onNext={onNext} />
        ))}
      </div>
    </section>
  );
}
