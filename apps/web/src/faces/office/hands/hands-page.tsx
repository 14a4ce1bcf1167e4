import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListHands } from '../../../features/cases/list-hands.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { useListKeys } from '../inbox/use-list-keys.ts';
import { PageFrame } from '../shell/page-frame.tsx';
import { useMay } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { HandBoards } from './hand-boards.tsx';
import { HandFigures } from './hand-figures.tsx';
import { HandList } from './hand-list.tsx';
import styles from './hands-page.module.css';

type Shown = { readonly answered: boolean; readonly holder: string | undefined; readonly after: string | undefined };

/** Raised hands in both directions: what neighbourhoods ask of the street, and what the street asks of them. */
export function HandsPage() {
  const { t } = useTranslation('office');
  const navigate = useNavigate();
  const mayRead = useMay('cases:read');
  const [shown, setShown] = useState<Shown>({ answered: false, holder: undefined, after: undefined });
  const { data, error, isPending, refetch } = useListHands(
    {
      answered: shown.answered,
      ...(shown.holder === undefined ? {} : { holder: shown.holder }),
      ...(shown.after === undefined ? {} : { after: shown.after }),
    },
    { refetchIntervalMs: 60_000, keepPrevious: true },
  );
  const hands = data?.hands ?? [];
  const up = hands.filter((hand) => hand.direction === 'up');
  const down = hands.filter((hand) => hand.direction === 'down');
  const open = (caseId: string | undefined) => {
    if (caseId !== undefined) void navigate({ to: '/cases/$caseId', params: { caseId } });
  };
  const [at] = useListKeys({ rows: [...up, ...down], openId: undefined, onOpen: open });
  const atId = [...up, ...down][at]?.id;
  const next = data?.next ?? null;

  return (
    <PageFrame
      title={t('nav.hands')}
      explains={t('hands.agesNote')}
      tools={
        <>
          <Link to="/experience">{t('hands.experience')}</Link>
          <Segmented<boolean>
            aria-label={t('hands.which')}
            value={shown.answered}
            onChange={(answered) => setShown({ answered, holder: undefined, after: undefined })}
            options={[
              { value: false, label: t('hands.waiting') },
              { value: true, label: t('hands.answered') },
            ]}
          />
        </>
      }
    >
      {isPending ? <Skeleton rows={10} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <HandBoards
            boards={data.boards}
            chosen={shown.holder}
            onChoose={(holder) => setShown({ ...shown, holder, after: undefined })}
          />
          {hands.length === 0 ? <Empty title={t('empty.handsTitle')} body={t('empty.handsBody')} /> : null}
          {hands.length === 0 ? null : (
            <div className={styles.lists}>
              <HandList direction="up" hands={up} atId={atId} />
              <HandList direction="down" hands={down} atId={atId} />
            </div>
          )}
          <div className={styles.pages}>
            {shown.after === undefined ? null : (
              <Button onClick={() => setShown({ ...shown, after: undefined })}>{t('hands.first')}</Button>
            )}
            {next === null ? null : (
              <Button onClick={() => setShown({ ...shown, after: next })}>{t('hands.next')}</Button>
            )}
          </div>
        </>
      )}
      {mayRead ? <HandFigures /> : null}
    </PageFrame>
  );
}
