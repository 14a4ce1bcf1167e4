import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListHands } from '../../../features/cases/list-hands.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { useListKeys } from '../inbox/use-list-keys.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { HandBoards } from './hand-boards.tsx';
import { HandList } from './hand-list.tsx';
import styles from './hands-page.module.css';

/** Raised hands in both directions: what neighbourhoods ask of the street, and what the street asks of them. */
export function HandsPage() {
  const { t } = useTranslation('office');
  const navigate = useNavigate();
  const [answered, setAnswered] = useState(false);
  const { data, error, isPending, refetch } = useListHands(
    { answered },
    { refetchIntervalMs: 60_000, keepPrevious: true },
  );
  const [unit, setUnit] = useState<string | undefined>();
  const hands = (data?.hands ?? [])
    .filter((hand) => unit === undefined || hand.holder?.id === unit)
    .toSorted((a, b) => b.ageHours - a.ageHours);
  const up = hands.filter((hand) => hand.direction === 'up');
  const down = hands.filter((hand) => hand.direction === 'down');
  const open = (caseId: string | undefined) => {
    if (caseId !== undefined) void navigate({ to: '/cases/$caseId', params: { caseId } });
  };
  const [at] = useListKeys({ rows: [...up, ...down], openId: undefined, onOpen: open });
  const atId = [...up, ...down][at]?.id;

  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <h1>{t('nav.hands')}</h1>
        <Segmented<boolean>
          aria-label={t('hands.which')}
          value={answered}
          onChange={setAnswered}
          options={[
            { value: false, label: t('hands.waiting') },
            { value: true, label: t('hands.answered') },
          ]}
        />
      </header>
      {isPending ? <Skeleton rows={10} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <HandBoards boards={data.boards} chosen={unit} onChoose={setUnit} />
          {hands.length === 0 ? <Empty title={t('empty.handsTitle')} body={t('empty.handsBody')} /> : null}
          {hands.length === 0 ? null : (
            <div className={styles.lists}>
              <HandList direction="up" hands={up} atId={atId} />
              <HandList direction="down" hands={down} atId={atId} />
            </div>
          )}
        </>
      )}
    </div>
  );
}
