import type { CaseSummary } from '@linli/contract';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockName } from '../../../features/cases/clock-name.ts';
import { dueWords, durationWords, timeWords } from '../../../ui/time-words.ts';
import { areaTrail } from '../case/area-trail.ts';
import { StateTag } from '../case/state-tag.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './case-table.module.css';

export const columnNames = [
  'number',
  'title',
  'type',
  'state',
  'due',
  'place',
  'holder',
  'reported',
  'changed',
  'channel',
  'rating',
  'joined',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** CSS grid tracks: words that matter get what is left. */
export const columnTracks: Readonly<Record<ColumnName, string>> = {
  number: '132px',
  title: 'minmax(160px, 3fr)',
  type: 'minmax(88px, 1fr)',
  state: '84px',
  due: '164px',
  place: 'minmax(120px, 2fr)',
  holder: 'minmax(112px, 1.4fr)',
  reported: '112px',
  changed: '112px',
  channel: '72px',
  rating: '56px',
  joined: '56px',
};

export const defaultColumns: readonly ColumnName[] = [
  'number',
  'title',
  'type',
  'state',
  'due',
  'place',
  'holder',
  'reported',
];
/** Beside an open case there is room for these. */
export const narrowColumns: readonly ColumnName[] = ['number', 'title', 'state', 'due'];

/** One cell of one row. */
export function CaseCell({ column, row, now }: { column: ColumnName; row: CaseSummary; now: Date }): ReactNode {
  const { t } = useTranslation(['office', 'stages', 'common']);
  const { t: ui } = useTranslation('ui');
  const local = useLocalText();
  switch (column) {
    case 'number':
      return <span className={styles.number}>{row.number}</span>;
    case 'title':
      return (
        <>
          {row.urgent ? <Tag color="error">{t('office:mark.urgent')}</Tag> : null}
          {row.supervised ? <Tag color="warning">{t('office:mark.supervised')}</Tag> : null}
          {row.visibility === 'sealed' ? <Tag color="error">{t('stages:sealed')}</Tag> : null}
          {row.title} {row.stage === null ? null : <Tag color="processing">{local(row.stage.name)}</Tag>}
          {row.urgedCount > 0 ? <Tag color="warning">{t('office:mark.urged', { count: row.urgedCount })}</Tag> : null}
          {row.round > 1 ? <Tag>{t('office:mark.round', { round: row.round })}</Tag> : null}
        </>
      );
    case 'type':
      return local(row.typeName);
    case 'state':
      return <StateTag state={row.state} pending={row.pending} />;
    case 'due':
      return <DueCell row={row} now={now} />;
    case 'place':
      return row.place.address === '' ? areaTrail(row.place.areas.slice(-2)) : row.place.address;
    case 'holder':
      return row.holder?.name ?? t('office:nobody');
    case 'reported':
      return timeWords(row.reportedAt, now, ui);
    case 'changed':
      return timeWords(row.changedAt, now, ui);
    case 'channel':
      return t(`office:channel.${row.channel}`);
    case 'rating':
      return row.rating === null ? t('common:nothing') : String(row.rating);
    case 'joined':
      return String(row.reporterCount);
  }
}

function DueCell({ row, now }: { row: CaseSummary; now: Date }) {
  const { t } = useTranslation(['office', 'common']);
  const local = useLocalText();
  const { t: ui } = useTranslation('ui');
  if (row.state === 'suspended') return <span className={styles.soft}>{t('office:clocks.still')}</span>;
  if (row.due === null) return <span className={styles.soft}>{t('common:nothing')}</span>;
  const left = Date.parse(row.due.at) - now.getTime();
  const duration = durationWords(left, ui);
  const clock = clockName(row.due.clock, row, { read: local, own: t(`office:clock.${row.due.clock}`) });
  return (
    <span
      className={left < 0 ? styles.late : undefined}
      title={t('office:case.due', { clock, when: dueWords(row.due.at, now, ui) })}
    >
      {left < 0 ? ui('due.late', { duration }) : ui('due.left', { duration })}
    </span>
  );
}
