import type { Call, listPublishedAnswers, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCalls } from '../../../features/cases/list-calls.ts';
import { useListPublishedAnswers } from '../../../features/cases/list-published-answers.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateView } from '../../../ui/state-views.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { dayWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';

type Answer = OutputOf<typeof listPublishedAnswers>['answers'][number];

/** What the street asks suggestions on, and what became of those that were answered in public; no session needed. */
export function SuggestionsPage() {
  const { t } = useTranslation('resident');
  const calls = useListCalls({ open: true });
  return (
    <div className={parts.stack}>
      <PageHead title={t('suggest.title')} />
      <Section title={t('suggest.calls')}>
        <QueryView query={calls}>
          {(data) =>
            data.calls.length === 0 ? (
              <>
                <StateView title={t('suggest.noCallsTitle')} body={t('suggest.noCallsBody')} />
                <Link to="/report" className={buttonClass({ kind: 'primary', wide: true })}>
                  {t('suggest.send')}
                </Link>
              </>
            ) : (
              <ul className={parts.list}>
                {data.calls.map((call) => (
                  <CallItem key={call.id} call={call} />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Section>
      <Section title={t('suggest.answers')}>
        <Answers />
      </Section>
    </div>
  );
}

function CallItem({ call }: { readonly call: Call }) {
  const { t } = useTranslation('resident');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  return (
    <li className={parts.item}>
      <h3>{call.topic}</h3>
      <p style={{ whiteSpace: 'pre-line' }}>{call.background}</p>
      <p className={parts.note}>{call.ways}</p>
      <p className={parts.note}>{t('suggest.until', { when: dayWords(call.closesOn, now, ui) })}</p>
      <Link
        to="/report"
        search={{ step: 'words', call: call.id, type: call.typeCode }}
        className={buttonClass({ kind: 'primary' })}
        aria-label={t('suggest.sendOn', { topic: call.topic })}
      >
        {t('suggest.send')}
      </Link>
    </li>
  );
}

function Answers() {
  const { t } = useTranslation('resident');
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(10);
  const query = useListPublishedAnswers({ limit, ...(text.length < 2 ? {} : { text }) }, { keepPrevious: true });
  return (
    <>
      <form
        className={parts.stack}
        style={{ paddingTop: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          setText(typed.trim());
        }}
      >
        <TextField
          required
          type="search"
          label={t('suggest.search')}
          error={text.length === 1 ? t('suggest.least') : undefined}
          value={typed}
          maxLength={60}
          onChange={(value) => {
            setTyped(value);
            if (value === '') setText('');
          }}
        />
        <div className={parts.actions}>
          <Button type="submit">{t('suggest.find')}</Button>
        </div>
      </form>
      <QueryView query={query}>
        {({ answers, next }) =>
          answers.length === 0 ? (
            <StateView
              title={t(text === '' ? 'suggest.noAnswersTitle' : 'suggest.notFound')}
              body={t('suggest.noAnswersBody')}
            />
          ) : (
            <>
              <ul className={parts.list}>
                {answers.map((answer) => (
                  <AnswerItem key={answer.caseId} answer={answer} />
                ))}
              </ul>
              {next === null || limit >= 100 ? null : (
                <Button wide onClick={() => setLimit(Math.min(100, limit + 30))}>
                  {t('suggest.more')}
                </Button>
              )}
            </>
          )
        }
      </QueryView>
    </>
  );
}

/** Headed by what it is about as far as that is public: its title, the call it answered, else kind and place. */
function AnswerItem({ answer }: { readonly answer: Answer }) {
  const read = useReadText();
  const { t } = useTranslation('resident');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const kind = read(answer.typeName);
  const about = answer.title ?? answer.topic;
  const facts = [
    answer.outcome === null ? '' : read(answer.outcome),
    ...(about === null ? [] : [kind, answer.areaName]),
    t('suggest.answeredOn', { when: dayWords(answer.publishedAt, now, ui) }),
  ];
  return (
    <li className={parts.item}>
      <h3>
        {answer.title === null ? (
          (about ?? t('suggest.kindIn', { kind, area: answer.areaName }))
        ) : (
          <Link to="/cases/$caseId" params={{ caseId: answer.caseId }}>
            {answer.title}
          </Link>
        )}
      </h3>
      <p className={parts.note}>{facts.filter((each) => each !== '').join(' · ')}</p>
      <p style={{ whiteSpace: 'pre-line' }}>{answer.answer}</p>
    </li>
  );
}
