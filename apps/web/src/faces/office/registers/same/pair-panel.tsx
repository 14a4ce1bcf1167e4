import { Link } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetSubject } from '../../../../features/registers/get-subject.ts';
import { useKeepApart } from '../../../../features/registers/keep-apart.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { Skeleton } from '../../../../ui/state-views.tsx';
import { instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { useShortcuts } from '../../keys/use-shortcuts.ts';
import { useSay } from '../use-say.ts';
import { MergeForm } from './merge-form.tsx';
import { type PairField, pairFields } from './pair-fields.ts';
import { PairHistory } from './pair-history.tsx';
import styles from './same.module.css';
import type { SamePair } from './same-pair.ts';
import { UndoForm } from './undo-form.tsx';

type Side = 'one' | 'other';

/** Two that may be one: what agrees, what differs, which value shall stand. */
export function PairPanel({ pair }: { readonly pair: SamePair }) {
  const { t } = useTranslation('registers');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const say = useSay();
  const one = useGetSubject({ subjectId: pair.one.id });
  const other = useGetSubject({ subjectId: pair.other.id });
  const keepApart = useKeepApart();
  const [keep, setKeep] = useState<Side>('one');
  const [wins, setWins] = useState<Readonly<Record<string, Side>>>({});
  const [asking, setAsking] = useState<'merge' | 'undo' | null>(null);
  const isOpen = pair.state === 'open';
  const { mergeId } = pair;
  const apart = () => keepApart.mutate({ pairId: pair.id }, say(t('same.apartDone')));
  useShortcuts([
    ...(isOpen
      ? [
          { keys: 'm', label: t('same.merge'), group: 'list' as const, run: () => setAsking('merge') },
          { keys: 'x', label: t('same.apart'), group: 'list' as const, run: apart },
        ]
      : []),
    ...(mergeId === null
      ? []
      : [{ keys: 'u', label: t('same.undo'), group: 'list' as const, run: () => setAsking('undo') }]),
  ]);
  if (one.data === undefined || other.data === undefined) return <Skeleton rows={8} />;
  const rows = pairFields(one.data, other.data);
  return (
    <section className={styles.panel} aria-label={t('same.panel')}>
      <p className={styles.soft}>
        {[
          t('same.agreed', { what: pair.agreed.map((what) => agreedWords(what, t)).join(t('same.join')) }),
          pair.decidedAt === null ? '' : t('same.decidedAt', { at: instantWords(pair.decidedAt, now, ui) }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('same.panel')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('same.field')}</th>
            {(['one', 'other'] as const).map((side) => (
              <th key={side} scope="col">
                <span className={styles.head}>
                  <Link to="/registers/$subjectId" params={{ subjectId: pair[side].id }}>
                    {pair[side].name}
                  </Link>
                  {isOpen ? (
                    <Radio checked={keep === side} onChange={() => setKeep(side)} name="keep">
                      {t('same.keep')}
                    </Radio>
                  ) : null}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <PlainRow label={t('column.home')} one={pair.one.homeName} other={pair.other.homeName} />
          <PlainRow label={t('column.since')} one={pair.one.since} other={pair.other.since} />
          {rows.map((row) => (
            <ValueRow
              key={row.code}
              row={row}
              noun={pair.one.noun}
              winner={isOpen && row.differs ? (wins[row.code] ?? keep) : null}
              onWin={(side) => setWins({ ...wins, [row.code]: side })}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        {isOpen ? (
          <>
            <Button type="primary" onClick={() => setAsking('merge')}>
              {t('same.merge')}
            </Button>
            <Button loading={keepApart.isPending} onClick={apart}>
              {t('same.apart')}
            </Button>
          </>
        ) : null}
        {mergeId === null ? null : <Button onClick={() => setAsking('undo')}>{t('same.undo')}</Button>}
      </div>
      <PairHistory history={pair.history} />
      {asking === 'merge' ? (
        <MergeForm pair={pair} keep={keep} rows={rows} wins={wins} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'undo' && mergeId !== null ? <UndoForm mergeId={mergeId} onClose={() => setAsking(null)} /> : null}
    </section>
  );
}

const agreements = ['name', 'born', 'home', 'building', 'idNumber', 'creditCode', 'room'] as const;

function agreedWords(what: string, t: ReturnType<typeof useTranslation<'registers'>>['t']): string {
  const known = agreements.find((one) => one === what);
  return known === undefined ? what : t(`same.on.${known}`);
}

function PlainRow({
  label,
  one,
  other,
}: {
  readonly label: string;
  readonly one: string | null;
  readonly other: string | null;
}) {
  const { t } = useTranslation('common');
  if (one === null && other === null) return null;
  return (
    <tr data-differs={one !== other}>
      <th scope="row">{label}</th>
      <td>{one ?? t('nothing')}</td>
      <td>{other ?? t('nothing')}</td>
    </tr>
  );
}

type ValueRowProps = {
  readonly row: PairField;
  readonly noun: SamePair['one']['noun'];
  /** Which side's value shall stand; null where there is nothing to choose. */
  readonly winner: Side | null;
  readonly onWin: (side: Side) => void;
};

function ValueRow({ row, noun, winner, onWin }: ValueRowProps) {
  const { t } = useTranslation('registers');
  const words = useFieldWords();
  const label = words.label(noun, row.code);
  return (
    <tr data-differs={row.differs}>
      <th scope="row">
        {label}
        {row.differs ? <span className={styles.differs}>{t('same.differs')}</span> : null}
      </th>
      {(['one', 'other'] as const).map((side) => {
        const value = words.value(noun, row.code, row[side]?.value ?? null);
        return (
          <td key={side}>
            {winner === null ? (
              value
            ) : (
              <Radio name={row.code} checked={winner === side} onChange={() => onWin(side)}>
                {value}
              </Radio>
            )}
          </td>
        );
      })}
    </tr>
  );
}
