import type { OutputOf, searchAnswers } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Button, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useSearchAnswers } from '../../../features/cases/search-answers.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { dayWords } from '../../../ui/time-words.ts';
import { PageFrame } from '../shell/page-frame.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './stages.module.css';

type Answer = OutputOf<typeof searchAnswers>['answers'][number];

/** How cases like this were answered before, by kind and words. */
export function ExperiencePage() {
  const { t } = useTranslation('stages');
  const local = useLocalText();
  const types = useListCaseTypes({ for: 'all' }, { staleTimeMs: 300_000 });
  const [typeCode, setTypeCode] = useState<string | undefined>();
  const [text, setText] = useState('');
  // Pages read so far, each by the key of the last row before it.
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const isShort = text.length === 1;

  function search(change: () => void): void {
    setPages([undefined]);
    change();
  }

  return (
    <PageFrame
      title={t('experience.title')}
      tools={
        <>
          <Input.Search
            autoFocus
            allowClear
            maxLength={60}
            style={{ width: 360 }}
            aria-label={t('experience.search')}
            placeholder={t('experience.search')}
            onSearch={(wanted) => search(() => setText(wanted.trim()))}
          />
          <Select
            allowClear
            style={{ width: 220 }}
            aria-label={t('experience.type')}
            placeholder={t('experience.type')}
            value={typeCode}
            onChange={(code: string | undefined) => search(() => setTypeCode(code))}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={(types.data?.types ?? []).map(({ definition }) => ({
              value: definition.code,
              label: local(definition.name),
            }))}
          />
        </>
      }
    >
      {isShort ? <p role="alert">{t('experience.least')}</p> : null}
      {isShort
        ? null
        : pages.map((after, index) => (
            <AnswerPage
              key={`${typeCode} ${text} ${after}`}
              filter={{
                ...(typeCode === undefined ? {} : { typeCode }),
                ...(text === '' ? {} : { text }),
                ...(after === undefined ? {} : { after }),
              }}
              onMore={index === pages.length - 1 ? (next) => setPages([...pages, next]) : undefined}
            />
          ))}
    </PageFrame>
  );
}

type AnswerPageProps = {
  readonly filter: { readonly typeCode?: string; readonly text?: string; readonly after?: string };
  readonly onMore: ((next: string) => void) | undefined;
};

function AnswerPage({ filter, onMore }: AnswerPageProps) {
  const { t } = useTranslation('stages');
  const { data, error, isPending, refetch } = useSearchAnswers({ ...filter, limit: 20 });
  if (isPending) return <Skeleton rows={8} />;
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data.answers.length === 0) {
    return filter.after === undefined ? (
      <Empty title={t('experience.emptyTitle')} body={t('experience.emptyBody')} />
    ) : null;
  }
  const { next } = data;
  return (
    <>
      <ul className={styles.answers}>
        {data.answers.map((answer) => (
          <AnswerItem key={answer.caseId} answer={answer} />
        ))}
      </ul>
      {next === null || onMore === undefined ? null : (
        <Button style={{ marginTop: 12 }} onClick={() => onMore(next)}>
          {t('experience.more')}
        </Button>
      )}
    </>
  );
}

function AnswerItem({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation(['stages', 'office']);
  const { t: ui } = useTranslation('ui');
  const local = useLocalText();
  const facts = [local(answer.typeName), answer.areaName, answer.holder ?? '', answer.number].filter(
    (each) => each !== '',
  );
  return (
    <li>
      <p className={styles.name}>
        <Link to="/cases/$caseId" params={{ caseId: answer.caseId }}>
          <strong>{answer.title}</strong>
        </Link>
        {answer.outcome === null ? null : <Tag>{local(answer.outcome)}</Tag>}
        {answer.outcome === null && answer.result !== null ? <Tag>{t(`office:result.${answer.result}`)}</Tag> : null}
        {answer.rating === null ? null : <Tag>{t('stages:experience.rating', { rating: answer.rating })}</Tag>}
      </p>
      <p className={styles.soft}>
        {facts.join(' · ')} · {dayWords(answer.closedAt, new Date(), ui)}
      </p>
      <p className={styles.words}>{answer.answer}</p>
      {answer.lessons.map(({ label, words }) => (
        <p key={local(label)} className={styles.words}>
          <strong>{t('stages:experience.lesson', { label: local(label) })}</strong>
          {words}
        </p>
      ))}
    </li>
  );
}
