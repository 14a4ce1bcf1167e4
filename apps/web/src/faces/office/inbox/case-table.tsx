// biome-ignore-all lint/a11y/useSemanticElements: rows are drawn only where one looks, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its row (aria-activedescendant)
// biome-ignore-all lint/a11y/useKeyWithClickEvents: j, k, Enter and the space bar do what clicks do
import type { CaseSummary } from '@linli/contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { type CSSProperties, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../ui/use-now.ts';
import { CaseCell, type ColumnName, columnTracks } from './case-columns.tsx';
import styles from './case-table.module.css';

const ROW_PX = 32;

export type CaseTableProps = {
  readonly rows: readonly CaseSummary[];
  readonly columns: readonly ColumnName[];
  /** The row the keyboard is on. */
  readonly at: number;
  readonly openId: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly marked: ReadonlySet<string>;
  readonly hasMore: boolean;
  readonly onAt: (index: number) => void;
  readonly onOpen: (row: CaseSummary) => void;
  /** Left out: rows are not ticked. */
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  readonly onNearEnd: () => void;
};

/** The inbox's rows, 32 px each, drawn only where one looks; header stays; changed rows are marked for a moment. */
export function CaseTable(props: CaseTableProps) {
  const { rows, columns, at, openId, selected, marked, hasMore, onAt, onOpen, onSelect, onNearEnd } = props;
  const { t } = useTranslation('office');
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const tracks = `${onSelect === undefined ? '' : '32px '}${columns.map((column) => columnTracks[column]).join(' ')}`;
  const visible = virtual.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  useEffect(() => {
    if (hasMore && rows.length > 0 && last >= rows.length - 20) onNearEnd();
  }, [hasMore, last, rows.length, onNearEnd]);

  function select(id: string, checked: boolean): void {
    const next = new Set(selected);
    if (checked) next.add(id);
    else next.delete(id);
    onSelect?.(next);
  }

  const allSelected = rows.length > 0 && rows.every((row) => selected.has(row.id));
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('listLabel')}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-multiselectable
      aria-activedescendant={at >= 0 && rows[at] !== undefined ? `case-${rows[at].id}` : undefined}
      className={styles.table}
      // A custom property, which React's type does not know.
      style={{ '--tracks': tracks } as CSSProperties}
    >
      <div role="row" className={styles.head} aria-rowindex={1}>
        {onSelect === undefined ? null : (
          <span role="columnheader">
            <Checkbox
              aria-label={t('bulk.selectAll')}
              checked={allSelected}
              indeterminate={selected.size > 0 && !allSelected}
              onChange={(event) => onSelect(event.target.checked ? new Set(rows.map((row) => row.id)) : new Set())}
            />
          </span>
        )}
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(`column.${column}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {visible.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={row.id}
              id={`case-${row.id}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selected.has(row.id)}
              data-at={item.index === at}
              data-open={row.id === openId}
              data-marked={marked.has(row.id)}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => {
                onAt(item.index);
                onOpen(row);
              }}
            >
              {onSelect === undefined ? null : (
                <span role="gridcell" onClick={(event) => event.stopPropagation()}>
                  <Checkbox
                    tabIndex={-1}
                    aria-label={t('bulk.select', { number: row.number })}
                    checked={selected.has(row.id)}
                    onChange={(event) => select(row.id, event.target.checked)}
                  />
                </span>
              )}
              {columns.map((column) => (
                <span key={column} role="gridcell" className={styles.cell}>
                  <CaseCell column={column} row={row} now={now} />
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
