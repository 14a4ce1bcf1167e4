import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListSamePairs } from '../../../../features/registers/list-same-pairs.ts';
import { Empty, Refused, Skeleton } from '../../../../ui/state-views.tsx';
import { useListKeys } from '../../inbox/use-list-keys.ts';
import { PageFrame } from '../../shell/page-frame.tsx';
import { useMay } from '../../shell/use-session.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import { PageKeys } from '../page-keys.tsx';
import { PairPanel } from './pair-panel.tsx';
import styles from './same.module.css';

const states = ['open', 'merged', 'different'] as const;

/** The merge desk: pairs that may be one, side by side. */
export function SamePage() {
  return useMay('registers:edit') ? <SameDesk /> : <Refused />;
}

function SameDesk() {
  const { t } = useTranslation(['registers', 'office']);
  const [state, setState] = useState<(typeof states)[number]>('open');
  const [keys, setKeys] = useState<readonly string[]>([]);
  const after = keys.at(-1);
  const { data, error, isPending, refetch } = useListSamePairs(
    { state, ...(after === undefined ? {} : { after }) },
    { keepPrevious: true },
  );
  const pairs = data?.pairs ?? [];
  const [openId, setOpenId] = useState<string | undefined>();
  const open = pairs.find((pair) => pair.id === openId) ?? pairs[0];
  const [, setAt] = useListKeys({ rows: pairs, openId: open?.id, onOpen: setOpenId });
  return (
    <PageFrame
      title={t('office:nav.same')}
      back={<Link to="/registers">{t('office:nav.registers')}</Link>}
      explains={t('registers:same.explains')}
      tools={
        <Segmented
          aria-label={t('registers:same.state')}
          value={state}
          onChange={(next) => {
            setState(next);
            setKeys([]);
          }}
          options={states.map((value) => ({ value, label: t(`registers:same.states.${value}`) }))}
        />
      }
    >
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data !== undefined && pairs.length === 0 ? (
        <Empty title={t(`registers:same.none.${state}`)} body={t('registers:same.noneBody')} />
      ) : null}
      {open === undefined ? null : (
        <div className={styles.desk}>
          <div>
            <ul className={styles.pairs}>
              {pairs.map((pair, i) => (
                <li key={pair.id}>
                  <button
                    type="button"
                    className={styles.pair}
                    aria-current={pair.id === open.id}
                    onClick={() => {
                      setAt(i);
                      setOpenId(pair.id);
                    }}
                  >
                    <strong>
                      {pair.one.name === pair.other.name ? pair.one.name : `${pair.one.name} / ${pair.other.name}`}
                    </strong>
                    <span className={styles.soft}>
                      {pair.ground === 'exact'
                        ? t('registers:same.exact')
                        : t('registers:same.near', { percent: Math.round(pair.score * 100) })}
                    </span>
                    <span className={styles.soft}>{pair.one.homeName ?? pair.one.areas.at(-1)?.name ?? ''}</span>
                  </button>
                </li>
              ))}
            </ul>
            <PageKeys keys={keys} next={data?.next ?? null} onKeys={setKeys} />
          </div>
          <PairPanel key={open.id} pair={open} />
        </div>
      )}
    </PageFrame>
  );
}
