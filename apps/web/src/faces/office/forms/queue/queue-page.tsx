import type { listQuestions, OutputOf } from '@linli/contract';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListForms } from '../../../../features/forms/list-forms.ts';
import { useListQuestions } from '../../../../features/forms/list-questions.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { useShortcuts } from '../../keys/use-shortcuts.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from '../forms.module.css';
import { FormsFrame } from '../forms-frame.tsx';
import { focusAnswer } from './focus-answer.ts';
import { OpenReturns } from './open-returns.tsx';
import { QuestionGroup } from './question-group.tsx';

type Question = OutputOf<typeof listQuestions>['questions'][number];
type After = { subjectId: string; field: string };

const route = getRouteApi('/forms');
const pageQuestions = 40;

/** What the committee is still asked: each thing once, by person or home, saved as one goes; beside it the forms it is for. */
export function QueuePage() {
  const { t } = useTranslation(['forms', 'office']);
  const { form: formId } = route.useSearch();
  const [after, setAfter] = useState<After | undefined>();
  const list = useRef<HTMLDivElement>(null);
  const { data, error, isPending, isFetching, refetch } = useListQuestions(
    { limit: pageQuestions, ...(formId === undefined ? {} : { formId }), ...(after === undefined ? {} : { after }) },
    { staleTimeMs: Number.POSITIVE_INFINITY },
  );
  const forms = useListForms({}, { enabled: formId !== undefined });
  const move = (step: 1 | -1) => () => focusAnswer(list.current, step);
  useShortcuts([
    { keys: 'j', label: t('forms:queue.nextKey'), group: 'list', run: move(1) },
    { keys: 'k', label: t('forms:queue.previousKey'), group: 'list', run: move(-1) },
  ]);
  const chosen = forms.data?.forms.find(({ id }) => id === formId);

  function goOn(): void {
    // After the last page the ones left open come again from the top.
    if (data?.next) setAfter(data.next);
    else if (after === undefined) void refetch();
    else setAfter(undefined);
  }

  return (
    <FormsFrame title={t('forms:title')} explains={t('forms:queue.explains')}>
      <div className={styles.columns}>
        <section className={styles.section} aria-label={t('forms:queue.title')}>
          <div className={styles.row}>
            <h2>{t('forms:queue.title')}</h2>
            {data === undefined ? null : <Counts data={data} />}
            {chosen === undefined ? null : (
              <Link to="/forms" search={{}}>
                {t('forms:queue.allForms', { name: chosen.name })}
              </Link>
            )}
          </div>
          {isPending ? <Skeleton rows={10} /> : null}
          {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
          {data?.questions.length === 0 ? (
            <Empty
              title={t('forms:queue.emptyTitle')}
              body={data.ownCells > 0 ? t('forms:queue.ownOnly', { count: data.ownCells }) : t('forms:queue.emptyBody')}
            />
          ) : null}
          <div ref={list} className={styles.section} aria-busy={isFetching}>
            {groupBySubject(data?.questions ?? []).map((group) => (
              <QuestionGroup key={group[0]?.subjectId} questions={group} onNext={move(1)} />
            ))}
          </div>
          {data === undefined || data.questions.length === 0 ? null : (
            <div className={styles.row}>
              <Button type="primary" onClick={goOn} loading={isFetching}>
                {data.next ? t('forms:queue.more') : t('forms:queue.again')}
              </Button>
            </div>
          )}
        </section>
        <OpenReturns />
      </div>
    </FormsFrame>
  );
}

/** What is open; nothing where there is nothing, since the empty state says so. */
function Counts({ data }: { data: OutputOf<typeof listQuestions> }) {
  const { t } = useTranslation('forms');
  if (data.open === 0) return null;
  return (
    <span className={styles.soft}>
      {t('queue.counts', { count: data.open, cells: data.cells })}
      {data.ownCells > 0 ? t('queue.ownCells', { count: data.ownCells }) : null} · {t('queue.keys')}
    </span>
  );
}

/** Everything asked of one subject together, in the order it comes. */
function groupBySubject(questions: readonly Question[]): Question[][] {
  const groups = new Map<string, Question[]>();
  for (const question of questions)
    groups.set(question.subjectId, [...(groups.get(question.subjectId) ?? []), question]);
  return [...groups.values()];
}
